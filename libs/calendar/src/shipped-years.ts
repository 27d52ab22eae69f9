/**
 * The State Council's holiday announcements, one line a year: festival, days off (MMDD, or first-last), `+` the weekend
 * days worked instead. Made by tools/ship-years.mjs from chinese-days; do not edit by hand.
 */
export const shippedYears: Readonly<Record<number, string>> = {
  2004: 'new-year 0101; spring-festival 0122-0128 +0117 +0118; labour-day 0501-0507 +0508 +0509; national-day 1001-1007 +1009 +1010',
  2005: 'new-year 0101-0103; spring-festival 0209-0215 +0205 +0206; labour-day 0501-0507 +0430 +0508; national-day 1001-1007 +1008 +1009',
  2006: 'new-year 0101-0103 +1230 +1231; spring-festival 0129-0204 +0128 +0205; labour-day 0501-0507 +0429 +0430; national-day 1001-1007 +0930 +1008',
  2007: 'new-year 0101-0103 1230-1231 +1229; spring-festival 0218-0224 +0217 +0225; labour-day 0501-0507 +0428 +0429; national-day 1001-1007 +0929 +0930',
  2008: 'new-year 0101; spring-festival 0206-0212 +0202 +0203; tomb-sweeping 0404-0406; labour-day 0501-0503 +0504; dragon-boat 0607-0609; mid-autumn 0913-0915; national-day 0929-1005 +0927 +0928',
  2009: 'new-year 0101-0103 +0104; spring-festival 0125-0131 +0124 +0201; tomb-sweeping 0404-0406; labour-day 0501-0503; dragon-boat 0528-0530 +0531; national-day 1001-1002 1004-1008 +0927 +1010; mid-autumn 1003',
  2010: 'new-year 0101-0103; spring-festival 0213-0219 +0220 +0221; tomb-sweeping 0403-0405; labour-day 0501-0503; dragon-boat 0614-0616 +0612 +0613; mid-autumn 0922-0924 +0919 +0925; national-day 1001-1007 +0926 +1009',
  2011: 'new-year 0101-0103 +1231; spring-festival 0202-0208 +0130 +0212; tomb-sweeping 0403-0405 +0402; labour-day 0430-0502; dragon-boat 0604 0606; mid-autumn 0910-0912; national-day 1001-1007 +1008 +1009',
  2012: 'new-year 0101-0103; spring-festival 0122-0128 +0121 +0129; tomb-sweeping 0402-0404 +0331 +0401; labour-day 0429-0501 +0428; dragon-boat 0622 0624; mid-autumn 0930; national-day 1001-1007 +0929',
  2013: 'new-year 0101-0103 +0105 +0106; spring-festival 0209-0215 +0216 +0217; tomb-sweeping 0404-0406 +0407; labour-day 0429-0501 +0427 +0428; dragon-boat 0610-0612 +0608 +0609; mid-autumn 0919-0921 +0922; national-day 1001-1007 +0929 +1012',
  2014: 'new-year 0101; spring-festival 0131-0206 +0126 +0208; tomb-sweeping 0405-0407; labour-day 0501-0503 +0504; dragon-boat 0602; mid-autumn 0908; national-day 1001-1007 +0928 +1011',
  2015: 'new-year 0101-0103 +0104; spring-festival 0218-0224 +0215 +0228; tomb-sweeping 0405-0406; labour-day 0501; dragon-boat 0620 0622; other 0903-0904 +0906; mid-autumn 0927; national-day 1001-1007 +1010',
  2016: 'new-year 0101; spring-festival 0207-0213 +0206 +0214; tomb-sweeping 0404; labour-day 0501-0502; dragon-boat 0609-0611 +0612; mid-autumn 0915-0917 +0918; national-day 1001-1007 +1008 +1009',
  2017: 'new-year 0101-0102; spring-festival 0127-0202 +0122 +0204; tomb-sweeping 0402-0404 +0401; labour-day 0501; dragon-boat 0528-0530 +0527; national-day 1001-1003 1005-1008 +0930; mid-autumn 1004',
  2018: 'new-year 0101 1230-1231 +1229; spring-festival 0215-0221 +0211 +0224; tomb-sweeping 0405-0407 +0408; labour-day 0429-0501 +0428; dragon-boat 0618; mid-autumn 0924; national-day 1001-1007 +0929 +0930',
  2019: 'new-year 0101; spring-festival 0204-0210 +0202 +0203; tomb-sweeping 0405-0407; labour-day 0501-0504 +0428 +0505; dragon-boat 0607-0609; mid-autumn 0913-0915; national-day 1001-1007 +0929 +1012',
  2020: 'new-year 0101; spring-festival 0124-0202 +0119; tomb-sweeping 0404-0406; labour-day 0501-0505 +0426 +0509; dragon-boat 0625-0627 +0628; national-day 1001-1008 +0927 +1010',
  2021: 'new-year 0101-0103; spring-festival 0211-0217 +0207 +0220; tomb-sweeping 0403-0405; labour-day 0501-0505 +0425 +0508; dragon-boat 0612-0614; mid-autumn 0919-0921 +0918; national-day 1001-1007 +0926 +1009',
  2022: 'new-year 0101-0103 1231; spring-festival 0131-0206 +0129 +0130; tomb-sweeping 0403-0405 +0402; labour-day 0430-0504 +0424 +0507; dragon-boat 0603-0605; mid-autumn 0910-0912; national-day 1001-1007 +1008 +1009',
  2023: 'new-year 0101-0102; spring-festival 0121-0127 +0128 +0129; tomb-sweeping 0405; labour-day 0429-0503 +0423 +0506; dragon-boat 0622-0624 +0625; mid-autumn 0929; national-day 0930-1006 +1007 +1008',
  2024: 'new-year 0101; spring-festival 0210-0217 +0204 +0218; tomb-sweeping 0404-0406 +0407; labour-day 0501-0505 +0428 +0511; dragon-boat 0610; mid-autumn 0915-0917 +0914; national-day 1001-1007 +0929 +1012',
  2025: 'new-year 0101; spring-festival 0128-0204 +0126 +0208; tomb-sweeping 0404-0406; labour-day 0501-0505 +0427; dragon-boat 0531-0602; national-day 1001-1005 1007-1008 +0928 +1011; mid-autumn 1006',
  2026: 'new-year 0101-0103 +0104; spring-festival 0215-0223 +0214 +0228; tomb-sweeping 0404-0406; labour-day 0501-0505 +0509; dragon-boat 0619-0621; mid-autumn 0925-0927; national-day 1001-1007 +0920 +1010',
};
