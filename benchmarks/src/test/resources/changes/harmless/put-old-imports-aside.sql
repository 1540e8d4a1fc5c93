USE market;
RENAME TABLE legacy_imports_2014 TO zz_legacy_imports_2014, legacy_imports_2015 TO zz_legacy_imports_2015;
