-- What was loaded before tables had versions becomes the first version of each.

INSERT INTO reference_row
SELECT 'exposure', concat(formatDateTime(month, '%Y-%m'), '|', region, '|', organisation, '|', line), 1, 0,
       toJSONString(mapFilter((column, cell) -> cell != '', map(
           'month', formatDateTime(month, '%Y-%m'), 'region', region, 'organisation', organisation, 'line', line,
           'premium', ifNull(toString(premium), ''), 'policies', ifNull(toString(policies), ''),
           'person_times', ifNull(toString(person_times), '')))),
       loaded_at, ''
FROM exposure FINAL
WHERE removed = 0 AND 0 = (SELECT count() FROM reference_version WHERE table_name = 'exposure');

INSERT INTO reference_version
SELECT 'exposure', 1, max(loaded_at), '', 'merge', '', count(), count(), 0, 0
FROM exposure FINAL
WHERE 0 = (SELECT count() FROM reference_version WHERE table_name = 'exposure')
HAVING count() > 0;

INSERT INTO reference_row
SELECT dictionary, if(dictionary = 'organisation', concat(code, '|'), code), 1, 0,
       toJSONString(mapFilter((column, cell) -> cell != '', map('code', code, 'zh', zh, 'en', en, 'parent', parent))),
       loaded_at, ''
FROM dictionary_entry FINAL
WHERE dictionary NOT IN (SELECT table_name FROM reference_version);

INSERT INTO reference_version
SELECT dictionary, 1, max(loaded_at), '', 'merge', '', count(), count(), 0, 0
FROM dictionary_entry FINAL
WHERE dictionary NOT IN (SELECT table_name FROM reference_version)
GROUP BY dictionary;
