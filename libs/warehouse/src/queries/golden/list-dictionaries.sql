-- any
SELECT dictionary, code, zh, en, parent
FROM dictionary_entry FINAL
ORDER BY dictionary, code
-- {}
