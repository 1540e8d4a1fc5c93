#!/bin/sh
# Watershed @VERSION@: what a MySQL or MariaDB server counts, in one file, for servers to which nobody
# gives direct access. It needs this shell, sed, awk, cksum, and the client mysql or mariadb.
#
#   sh bundle.sh -h db1 -u watershed -p > booking-1.bundle           with options as for mysql
#   sh bundle.sh --login-path=booking | gzip > booking-1.bundle.gz
#
# Where Watershed is: watershed collect -c watershed.yaml --from booking-1.bundle
#
# It asks the questions below and prints the answers on standard output. It reads only: its sessions
# are read only, and the server ends by itself what takes longer than @SECONDS@ seconds. It changes no
# setting outside its own sessions, sends nothing anywhere, and writes no file outside a folder of its
# own under TMPDIR, which it removes.
#
# In the output are: names of schemas, tables, columns, indexes, accounts and client hosts; figures;
# settings; and the texts of statements as the server keeps them, with ? for every literal. The server's
# samples of statements, histograms of columns and comments are not read.
@WORD@
#
# The account needs, on the server: GRANT SELECT ON performance_schema.* TO it; for the catalog also
# GRANT PROCESS, REFERENCES ON *.* TO it, and SELECT on mysql.innodb_table_stats and
# mysql.innodb_index_stats. With less, what is missing is marked as such in the output.
#
# No password belongs on the command line: -p asks for it, once; a login path or an option file
# (--defaults-extra-file) needs none. MYSQL=/path/to/client names a client that is not found.

# What this script was printed with.
server=@SERVER@ # the server's name in Watershed's configuration; empty for its host name
samples=@SAMPLES@ # so many samples
every=@EVERY@ # so many seconds from one to the next
catalog=@CATALOG@ # whether tables, columns, indexes and so on are read
bodies=@BODIES@ # whether what may hold literals in definitions is printed

set -u
umask 077
LC_ALL=C
export LC_ALL
tab=$(printf '\t')

say() { printf 'watershed: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

if [ -t 1 ]; then
  die "the answers come on standard output: send them to a file, such as > NAME.bundle"
fi
for tool in awk cksum date sed; do
  command -v "$tool" >/dev/null || die "$tool is needed, and not here"
done
client=${MYSQL:-}
for tool in mysql mariadb; do
  [ -n "$client" ] || client=$(command -v "$tool")
done
[ -n "$client" ] || die "neither mysql nor mariadb is here; say MYSQL=/path/to/client"

# A password is asked for once, not once a connection, and handed to the client in the environment.
ask_password=no
for argument in "$@"; do
  shift
  case $argument in
    -p | --password) ask_password=yes ;;
    -p* | --password=*) die "no password on the command line, where everybody sees it; -p asks for it" ;;
    *) set -- "$@" "$argument" ;;
  esac
done
if [ "$ask_password" = yes ]; then
  (: </dev/tty) 2>/dev/null || die "-p needs a terminal; a login path or an option file needs none"
  printf 'Password: ' >&2
  trap 'stty echo </dev/tty' EXIT
  stty -echo </dev/tty
  IFS= read -r MYSQL_PWD </dev/tty
  stty echo </dev/tty
  trap - EXIT
  printf '\n' >&2
  export MYSQL_PWD
fi

work=${TMPDIR:-/tmp}/watershed.$$
mkdir "$work" || die "no folder to work in; say TMPDIR=/a/folder"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- How the server is asked ----

refused=0

# run OPTION...: one connection for the statements in input.sql, one statement a line.
run() {
  "$client" "$@" --batch --skip-column-names --force --quick --no-auto-rehash --connect-timeout=5 \
    --default-character-set=utf8mb4 --loose-skip-reconnect --loose-skip-binary-as-hex \
    --loose-skip-safe-updates <"$work/input.sql" >"$work/output" 2>"$work/errors"
  # Errors of statements go into the output, and MariaDB's client repeats the statements between two
  # lines; what else it says is for whoever runs this.
  sed -e '/^--------------$/,/^--------------$/d' -e '/^$/d' \
    -e '/^ERROR [0-9]* .* at line [0-9]*: /d' "$work/errors" >&2
  refused=$((refused + $(grep -c '^ERROR [0-9]* .* at line [0-9]*: ' "$work/errors")))
}

# limits: what every connection sets for itself.
limits() {
  case $product in
    mariadb) printf '%s;\n' @MARIADB_LIMITS@ ;;
    *) printf '%s;\n' @MYSQL_LIMITS@ ;;
  esac
  printf '%s\n' "SET SESSION sql_select_limit = DEFAULT;"
  # Otherwise MySQL shows sizes of up to a day ago, and writes them down where they are older.
  if [ "$fresh" = yes ]; then
    printf '%s\n' "@FRESH@;"
  fi
}

# numbered: the statements to run, each with the number of its line, by which errors name it.
numbered() {
  awk '{ gsub(/@LINE@/, NR); print }' >"$work/input.sql"
}

# ---- What is printed ----

# piece FILE: a piece of the output, followed by its number, its checksum and its length in bytes.
pieces=0
piece() {
  pieces=$((pieces + 1))
  cat "$1"
  sum=$(cksum <"$1")
  printf '@check\t%s\t%s\t%s\n' "$pieces" "${sum%% *}" "${sum##* }"
}

# line WORD...: a piece of one line, its words separated by tabs.
line() {
  (
    IFS=$tab
    printf '%s\n' "$*"
  ) >"$work/line"
  piece "$work/line"
}

# part KIND TIME: the answers of one connection, each a piece. An error stands behind the answer
# that it ended.
part() {
  line @part "$1" "$2"
  rm -f "$work"/answer.*
  awk -v folder="$work" '
    function finish() {
      if (out != "") {
        if (asked in failed) {
          print "@error\t" failed[asked] > out
          delete failed[asked]
        }
        close(out)
      }
    }
    FILENAME ~ /errors$/ {
      if (match($0, /^ERROR [0-9]+ .* at line [0-9]+: /)) {
        at = substr($0, 1, RLENGTH - 2)
        sub(/.* /, "", at)
        if (!(at in failed)) failed[at] = $0
      } else if ($0 ~ /^ERROR /) {
        broken = $0
      }
      next
    }
    /^@answer\t/ {
      finish()
      split($0, words, "\t")
      asked = words[2]
      sub(/^@answer\t[0-9]+/, "@answer")
      out = sprintf("%s/answer.%05d", folder, ++answers)
    }
    out != "" { print > out }
    END {
      finish()
      for (at in failed) if (broken == "") broken = failed[at]
      if (broken != "") print "@failed\t" broken > (folder "/answer.99999")
    }' "$work/errors" "$work/output"
  for answer in "$work"/answer.*; do
    [ ! -f "$answer" ] || piece "$answer"
  done
}

# ---- How a question is put ----

# Hundreds of columns are put: a process is started only for those that need one.

# shown TABLE: whether the server has the table and shows it to this account.
shown() {
  case $columns in *" $1."*) return 0 ;; esac
  return 1
}

# put LABEL EXPRESSION: a value. It is printed behind a =, since the client prints NULL and the
# text NULL the same.
put() {
  labels="$labels, '$1'"
  values="$values${values:+, }CONCAT('=', $2)"
}

# optional COLUMN OTHERWISE [EXPRESSION [LABEL]]: a column of the table, or something else where the
# server has no such column.
optional() {
  upper=$1
  case $1 in *[a-z]*) upper=$(printf '%s' "$1" | tr 'a-z' 'A-Z') ;; esac
  case $columns in
    *" $table.$upper "*) put "${4:-$1}" "${3:-$1}" ;;
    *) put "${4:-$1}" "$2" ;;
  esac
}

# question NAME, then for each table: table TABLE, values, and from SQL; then ask WHEN.
question() { name=$1 labels='' text=''; }
table() { table=$1 values='' first=$labels; }
values() {
  for value in "$@"; do
    case $value in
      *\'*) put "$(printf '%s' "$value" | sed "s/'/''/g")" "$value" ;;
      *) put "$value" "$value" ;;
    esac
  done
}
columns() { for column in "$@"; do optional "$column" NULL; done; }
counters() { for column in "$@"; do optional "$column" 0; done; }
from() { text="$text${text:+ UNION ALL }SELECT $values FROM $1" labels=${first:-$labels}; }
ask() {
  printf "%s SELECT '@answer' AS @ALIAS@, @LINE@, '%s'%s; %s;\n" "$1" "$name" "$labels" "$text" \
    >>"$work/questions"
}

# show WHEN NAME STATEMENT: a question whose answer cannot be marked.
show() {
  printf "%s SELECT '@answer' AS @ALIAS@, @LINE@, '%s', '@plain'; %s;\n" "$1" "$2" "$3" \
    >>"$work/questions"
}

# What may hold literals is left where it is, unless the script was printed with --bodies:
# held COLUMN EXPRESSION: the expression stands for the column.
held() {
  if [ "$bodies" = yes ]; then optional "$1" NULL; else optional "$1" NULL "$2"; fi
}
# Texts in the words of their authors are not read.
bodies() { for column in "$@"; do held "$column" NULL; done; }
# Of a literal, only that there is one.
literals() { for column in "$@"; do held "$column" "IF($column IS NULL, NULL, '?')"; done; }
# An expression with neither a digit nor a quote holds no literal; of others, only that there is one.
expressions() {
  for column in "$@"; do
    held "$column" "CASE WHEN $column REGEXP '[0-9''\"]' THEN '?' ELSE $column END"
  done
}
# Of a default, only that there is one, unless it is the time of now.
defaults() {
  for column in "$@"; do
    held "$column" "CASE WHEN $column IS NULL OR $column = 'NULL' OR UPPER($column) REGEXP '^CURRENT_TIMESTAMP([(][0-6]?[)])?\$' THEN $column ELSE '?' END"
  done
}

# ---- Questions that the server writes ----

# Some questions name tables of the users. The server itself writes these, one for each table: each
# statement below makes statements that are asked later.

# history TOOL TABLE COUNT COLUMNS SELECT REST: for every table of the name that has so many columns of
# the list, the question for what a migration tool noted in it: version, name, time, success, kind.
history() {
  printf '%s\n' "SELECT CONCAT('once SELECT ''@answer'' AS @ALIAS@, @LINE@, ''migrations/$1/', HEX(TABLE_SCHEMA), '/', HEX(TABLE_NAME), ''', ''VERSION'', ''DESCRIPTION'', ''APPLIED_AT'', ''SUCCEEDED'', ''KIND''; SELECT CONCAT(''='', VERSION), CONCAT(''='', DESCRIPTION), CONCAT(''='', APPLIED_AT), CONCAT(''='', SUCCEEDED), CONCAT(''='', KIND) FROM ($5 FROM \`', REPLACE(TABLE_SCHEMA, '\`', '\`\`'), '\`.\`', REPLACE(TABLE_NAME, '\`', '\`\`'), '\` $6) AS @ALIAS@;') FROM information_schema.COLUMNS AS @ALIAS@ WHERE LOWER(TABLE_NAME) = '$2' AND LOWER(COLUMN_NAME) IN ($4) GROUP BY TABLE_SCHEMA, TABLE_NAME HAVING COUNT(*) = $3;"
}

# algorithms: for every view, the question for its definition, of which one word is printed.
algorithms() {
  printf '%s\n' "SELECT CONCAT('once SELECT ''@answer'' AS @ALIAS@, @LINE@, ''algorithm/', HEX(TABLE_SCHEMA), '/', HEX(TABLE_NAME), ''', ''@plain''; SHOW CREATE VIEW \`', REPLACE(TABLE_SCHEMA, '\`', '\`\`'), '\`.\`', REPLACE(TABLE_NAME, '\`', '\`\`'), '\`;') FROM information_schema.VIEWS AS @ALIAS@ WHERE VIEW_DEFINITION <> '' AND TABLE_SCHEMA NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys');"
}

# ---- First: which server this is, and which columns it has ----

columns='' product='' fresh=no
: >"$work/questions"
printf "once SELECT '@answer' AS @ALIAS@, @LINE@, 'product', 'VERSION', 'COMMENT', 'HOST'; %s;\n" \
  "SELECT CONCAT('=', version()), CONCAT('=', @@version_comment), CONCAT('=', @@hostname) AS @ALIAS@" \
  >>"$work/questions"
show once expiry "SHOW SESSION VARIABLES WHERE Variable_name = 'information_schema_stats_expiry'"

@PROBE@
sed 's/^once //' "$work/questions" | numbered
began=$(date -u '+%Y-%m-%dT%H:%M:%SZ')
run "$@"
grep "^=.*$tab=.*$tab=" "$work/output" >/dev/null || die "the server was not asked (see above)"
identity=$(sed -n '2p' "$work/output")
case $(printf '%s' "$identity" | tr 'A-Z' 'a-z') in
  *mariadb*) product=mariadb ;;
  *) product=mysql ;;
esac
if grep "^information_schema_stats_expiry$tab" "$work/output" >/dev/null; then fresh=yes; fi
columns=" $(sed -n "s/^=\([^$tab]*\)$tab=\([^$tab]*\)$tab=\([^$tab]*\)\$/\1.\2.\3/p" "$work/output" |
  sed 1d | tr 'a-z' 'A-Z' | tr '\n' ' ') "
[ -n "$server" ] || server=${identity##*"$tab"=}

line @watershed-bundle 1
line @about server "$server"
line @about script '@VERSION@'
line @about bodies "$bodies"
part probe "$began"

# ---- What is asked in each sample ----

: >"$work/questions"
@SAMPLE_QUESTIONS@
# ---- What is asked once, for the catalog ----

# Which account asks, and what it may do: of what it may not see, a server says nothing.
printf "once SELECT '@answer' AS @ALIAS@, @LINE@, 'account', 'ACCOUNT'; %s;\n" \
  "SELECT CONCAT('=', CURRENT_USER()) AS @ALIAS@" >>"$work/questions"
show once grants "SHOW GRANTS"

@CATALOG_QUESTIONS@
# ---- Asking ----

# input FILTER...: the statements of a connection; who answers is asked first and last, so that
# another server behind the same address shows.
input() {
  {
    limits
    sed -n 's/^identity //p' "$work/questions"
    sed -n "$@" "$work/questions"
    sed -n 's/^identity //p' "$work/questions"
  } | numbered
}

sample=1 since=''
rarely=$(((289 + every) / every)) # histograms cost a pass over all: once in five minutes, and at last
while :; do
  say "sample $sample of $samples"
  if [ -n "$since" ]; then new="s/@SINCE@/$since/"; else new="s/ WHERE FIRST_SEEN >= '@SINCE@'//"; fi
  rare='/^rarely /d'
  if [ $(((sample - 1) % rarely)) -eq 0 ] || [ "$sample" -eq "$samples" ]; then rare='s/^rarely //p'; fi
  input -e 's/^always //p' -e "$rare" -e "$new" -e 's/^new //p'
  began=$(date -u '+%Y-%m-%dT%H:%M:%SZ')
  run "$@"
  part sample "$began"
  if ! grep '^ERROR ' "$work/errors" >/dev/null; then
    # The server's time in the last second of which all texts are known.
    since=$(sed -n "s/^=[^$tab]*$tab=[^$tab]*$tab=\(....-..-.. ..:..:..\)[.0-9]*\$/\1/p" "$work/output" | sed -n 1p)
  fi
  [ "$sample" -lt "$samples" ] || break
  sample=$((sample + 1))
  sleep "$every"
done

if [ "$catalog" = yes ]; then
  say "catalog"
  {
    limits
@HISTORIES@
    # Only MySQL keeps it there; it is wanted where the text of the view is.
    if [ "$bodies" = yes ] && [ "$product" = mysql ]; then algorithms; fi
  } >"$work/input.sql"
  run "$@" --raw
  grep '^once SELECT .*;$' "$work/output" >>"$work/questions"
  input -e 's/^once //p'
  began=$(date -u '+%Y-%m-%dT%H:%M:%SZ')
  run "$@"
  # MariaDB shows the hash of the password with the grants; of a view's definition one word is wanted.
  sed -e '/^GRANT /s/ IDENTIFIED .*//' \
    -e "s/^\([^=$tab][^$tab]*${tab}CREATE ALGORITHM=[A-Z]* \).*/\1/" \
    "$work/output" >"$work/harmless"
  mv "$work/harmless" "$work/output"
  part catalog "$began"
fi

line @end "$((pieces + 1))"
if [ "$refused" -gt 0 ]; then
  say "done; $refused questions had no answer (grants? time?), which is marked in the output"
else
  say "done"
fi
