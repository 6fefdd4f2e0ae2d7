# The store: what it holds, and that the same articles change nothing.
isnad code --store a.db "$SAMPLES" >first; echo "exit $?"
python3 - <<'END'
import json, sqlite3
db = sqlite3.connect("a.db")
one = lambda sql: db.execute(sql).fetchone()[0]
print(one("SELECT count(*) FROM article") == one("SELECT count(*) FROM articles") > 5)
print(one("SELECT count(*) FROM claim") > 0, one("PRAGMA integrity_check"), one("PRAGMA user_version"))
print(sum(len(json.loads(line)["claims"]) for line in open("first")) == one("SELECT count(*) FROM claim"))
END
cp a.db before.db
isnad code --threads 2 --store a.db "$SAMPLES" | cmp - first; echo "exit $?"
cmp a.db before.db && echo "unchanged"
