# The store: what it holds, and that the same articles change nothing.
isnad code --store a.db "$SAMPLES" >first; echo "exit $?"
python3 - <<'END'
import sqlite3
db = sqlite3.connect("a.db")
one = lambda sql: db.execute(sql).fetchone()[0]
print(one("SELECT count(*) FROM articles") == one("SELECT count(*) FROM current_records") > 5)
print(one("SELECT count(*) FROM claims") > 0, one("PRAGMA integrity_check"), one("PRAGMA user_version"))
print(one("SELECT count(*) FROM records r, json_each(r.json, '$.claims')") == one("SELECT count(*) FROM claims"))
END
cp a.db before.db
isnad code --threads 2 --store a.db "$SAMPLES" | cmp - first; echo "exit $?"
cmp a.db before.db && echo "unchanged"
