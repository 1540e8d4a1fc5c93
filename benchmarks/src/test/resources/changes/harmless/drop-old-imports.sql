USE market;
DROP TABLE legacy_imports_2014, legacy_imports_2015;
