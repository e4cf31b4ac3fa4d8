"""The help in English: a page for ``luoshi`` itself (``""``) and one for each command, at most 80 columns wide."""

_LIBRARY = """\
      --library WHERE  the library: a file, or postgresql://user@host/name
                       (else LUOSHI_LIBRARY, else among your own data)
"""
_ALWAYS = """\
      --language LANG  zh or en (else from LC_ALL, LANG)
  -q, --quiet          no progress, no remarks; errors still show
"""
_CHOOSING = """\
      --level LEVEL    nation, province, city, county, region, park
      --region PLACE   a part of its name, or how its GB/T 2260 code begins
      --year YEAR      2026, or 2021..2026
      --genre KIND     such as 纲要, 建议, 政府工作报告
"""
_GRADE = """\
      --grade GRADES   such as AB
"""

PAGES = {
    "": """\
luoshi 落实 reads Chinese development plans into clean, structured text in which
everything is cited.

  luoshi COMMAND …             do something; what there is:
  luoshi COMMAND --help        all that a command can do, with its options

Read files
  read FILE|FOLDER|GLOB|- …    what they are, what is wrong, outline, targets;
                               or all as JSON, CSV, XLSX, HTML

Keep them in a library (one file, or a shared PostgreSQL)
  add FILE|FOLDER …            put in; the same bytes once; run again to go on
  list                         what is there
  search WORDS …               find words, each document at its best passage
  show ID …                    a document, in all formats of read
  correct ID FINDING …         decide about a finding
  corrections                  list, export and take over what people decided
  remove ID …                  take out
  reread                       read again with this version, tell what changed
  verify                       whether it holds what it should
  backup FILE, restore FILE    all of it in one file, and back
  serve                        in a browser and for programs (/api/v1)
  users                        who may sign in, where it is served to others

Besides
  evaluate                     how right the findings are, by hand-made gold
  schema                       the JSON Schema (2020-12) of a record
  help, --version

For all commands
      --language LANG          zh or en (else from LC_ALL, LANG)
  -q, --quiet                  no progress, no remarks; errors still show
  -h, --help

The library is ~/.local/share/luoshi/luoshi.db, unless --library WHERE or
LUOSHI_LIBRARY names another file or postgresql://user@host/name.

Examples
  luoshi read plan.html
  luoshi read folder --format html --output pages/
  luoshi add folder && luoshi list --region 云泽 --year 2026
  luoshi search 森林覆盖率 --kind target --level city
  luoshi serve

Results go to standard output, progress and remarks to standard error.

Exit codes
  0  all was done      1  some failed, the rest was done; verify: a fault
  2  wrong usage       3  nothing could be done      130  stopped by Ctrl-C
""",
    "read": f"""\
luoshi read FILE|FOLDER|GLOB|- …   read plans: what each is, what is wrong with
                                   it, its outline, its targets

Takes .txt .md .html .pdf .docx; folders with all below them; - is standard
input. A file may have 100 MiB. Of several each may take 300 seconds, one alone
as long as it needs (Ctrl-C stops it); LUOSHI_TIMEOUT sets other seconds.

  -f, --format FORMAT  text (default), json, jsonl, csv, xlsx, html
  -o, --output WHERE   a file; or a folder (ends in /, exists, or has no
                       ending), which mirrors the input: a/plan.pdf becomes
                       WHERE/a/plan.pdf.html. A further run skips files that
                       were read before and have not changed
      --force          skip nothing, read all again
      --jobs N         how many files to read at once (else LUOSHI_JOBS, else
                       one for each core)
{_ALWAYS}
json, jsonl and html explain in Chinese and English; csv and xlsx in the
language of --language. The heads and values of csv are the same in both.

Examples
  luoshi read plan.html                        a report for the terminal
  luoshi read plan.html -f html -o page.html   one page to read offline
  luoshi read folder -f csv -o all.csv         all findings, one table for Excel
  luoshi read '2026/*.pdf' -f jsonl | jq .title
  curl -s ADDRESS | luoshi read - -f json
""",
    "add": f"""\
luoshi add FILE|FOLDER|GLOB|- …   read files and keep them in the library, with
                                  their originals

The same bytes are kept once, whatever they are called. An import that was
broken off goes on when the same command is given again: what a line told to be
added is there.

      --jobs N         how many files to read at once (else LUOSHI_JOBS, else
                       one for each core)
{_LIBRARY}{_ALWAYS}""",
    "list": f"""\
luoshi list   the documents of the library, the newest date first

{_CHOOSING}{_GRADE}\
  -f, --format FORMAT  text (default), json, csv, xlsx
  -o, --output FILE
{_LIBRARY}{_ALWAYS}
Example
  luoshi list --level city --year 2021..2026 --grade AB
""",
    "search": f"""\
luoshi search WORDS …   the documents that hold all words, each at its best
                        passage, the best first

  算力 数据              both, anywhere in the document
  '"因地制宜 发展"'      a phrase, as it stands
  算力 OR 智算           either
  算力 NOT 旅游          without; also -旅游
  算力 year:2025         filters may stand among the words, as below

Traditional and Simplified characters, full and half width, capitals and small
letters are alike.

{_CHOOSING}\
      --kind KIND      only paragraphs that hold such a finding: target,
                       achievement, measure, pledge, programme, body, place …
      --body WORDS     … that name such a body
      --indicator WORDS  … that state such an indicator
      --by DAYS        … that state a deadline: 2027, 2027-06..2030, ..2030
      --first N        from which document (1)
      --limit N        how many (10)
  -f, --format FORMAT  text (default), json, csv
  -o, --output FILE
{_LIBRARY}{_ALWAYS}
Example
  luoshi search 低空经济 --kind target --level city --by ..2027
""",
    "show": f"""\
luoshi show ID …   documents of the library, as read shows files
luoshi show FILTERS   all that fit
luoshi show --all   all

Of an id the first eight characters or more are enough; list shows them.

{_CHOOSING}{_GRADE}\
      --all            all documents
      --as-read        as it was read, without people's corrections
  -f, --format FORMAT  text (default), json, jsonl, csv, xlsx, html
  -o, --output WHERE   a file; or a folder (ends in /, exists, or has no
                       ending), a file in it for each document
{_LIBRARY}{_ALWAYS}
Examples
  luoshi show 9f3a12bc
  luoshi show 9f3a12bc -f html -o page.html
  luoshi show --level city -f csv -o findings.csv
  luoshi show --all -f json -o records/
""",
    "correct": f"""\
luoshi correct ID FINDING accept                 a finding is right
luoshi correct ID FINDING reject                 it is none
luoshi correct ID FINDING edit FIELD=VALUE …     it should say something else
luoshi correct ID --add KIND --words WORDS FIELD=VALUE …   one is missing
luoshi correct ID --withdraw N                   take decision N back

The ids of findings: luoshi show ID -f csv. A field of the profile is
profile.title and the like.

      --words WORDS    on which words of the clean text it stands
      --which N        which place, where the words stand in several
      --note WORDS     why
      --who NAME       who decides (else the system's user)
{_LIBRARY}{_ALWAYS}
Examples
  luoshi correct 9f3a12bc target-1f2e3d edit quantity.value=3e11 period=2030
  luoshi correct 9f3a12bc doubt-0a1b2c reject --note "the copy is whole"
  luoshi correct 9f3a12bc --add programme --words 百园焕新 name=百园焕新
""",
    "corrections": f"""\
luoshi corrections [ID …]         what people decided: all, or of these
luoshi corrections --from FILE    take over what was exported elsewhere, for the
                                  documents that are here too

      --from FILE      a file that corrections -f json or jsonl wrote
  -f, --format FORMAT  text (default), json, jsonl, csv
  -o, --output FILE
{_LIBRARY}{_ALWAYS}""",
    "remove": f"""\
luoshi remove ID …   take documents out of the library

      --force          also those about which people decided something: their
                       corrections are lost
{_LIBRARY}{_ALWAYS}""",
    "reread": f"""\
luoshi reread [ID …]   read documents again with this version, and tell what
                       changed; without ids: those that an older version read

They are read from the originals in the library. What people decided is kept.

      --force          all, also those that this version read
      --jobs N         how many to read at once (else LUOSHI_JOBS, else one for
                       each core)
  -f, --format FORMAT  text (default), json: a line for each document
{_LIBRARY}{_ALWAYS}""",
    "verify": f"""\
luoshi verify   look whether the library holds what it should: every original,
                record, span and row; exit code 1 where something is wrong

{_LIBRARY}{_ALWAYS}""",
    "backup": f"""\
luoshi backup FILE   write all of the library into one file, itself a library;
                     others may go on reading and adding

With documents, corrections, accounts and the audit log; without sessions and
keys. A file that is there is not replaced.

{_LIBRARY}{_ALWAYS}
Example
  luoshi backup plans-2026-11-22.db
""",
    "restore": f"""\
luoshi restore FILE   put all of a backup into an empty library, of whichever
                      kind

{_LIBRARY}{_ALWAYS}
Examples
  luoshi restore plans-2026-11-22.db --library new.db
  luoshi restore plans-2026-11-22.db --library postgresql://user@host/plans
""",
    "serve": f"""\
luoshi serve   the library in a browser, and for programs at /api/v1; prints its
               address; Ctrl-C stops it

On this machine's own address there is nothing to sign in to. On any other there
must be an administrator first: luoshi users add NAME --role administrator

      --host ADDRESS   where to listen (127.0.0.1; 0.0.0.0: on all addresses)
      --port PORT      (8000; 0: any that is free)
      --name HOST      a public name, behind a proxy; may be repeated
      --prefix PATH    the site's path behind a proxy, such as /plans
      --tls-certificate FILE --tls-key FILE
                       encrypt by itself (HTTPS)
{_LIBRARY}{_ALWAYS}
Examples
  luoshi serve
  luoshi serve --host 0.0.0.0 --tls-certificate plans.pem --tls-key plans.key
  luoshi serve --name plans.example --prefix /plans
""",
    "users": f"""\
luoshi users                        the accounts
luoshi users add NAME [--role ROLE] one more; asks for its password
luoshi users role NAME ROLE         give another role
luoshi users password NAME          set a new password; ends its sessions
luoshi users off NAME, on NAME      may not sign in any more; may again
luoshi users key NAME PURPOSE       a key for a program, shown once

Roles: reader reads, searches and exports (default); editor also adds documents
and corrects; administrator also removes documents and keeps the accounts.
Passwords have 12 characters or more; they are asked for, or read from standard
input.

      --role ROLE      reader, editor, administrator
{_LIBRARY}{_ALWAYS}""",
    "evaluate": f"""\
luoshi evaluate --gold FOLDER --texts FOLDER   how right the findings are:
               precision, recall and F1 of each kind, every miss and false alarm

      --gold FOLDER    hand-made gold; its format: docs/evaluation.md
      --texts FOLDER   the texts, found by the names that the gold gives,
                       anywhere below
      --against FILE   an earlier result as JSON, to compare with
  -f, --format FORMAT  text (default), json
  -o, --output FILE
{_ALWAYS}
Examples
  luoshi evaluate --gold gold --texts texts -f json -o today.json
  luoshi evaluate --gold gold --texts texts --against yesterday.json
""",
    "schema": f"""\
luoshi schema   the JSON Schema (2020-12) of a record, as read -f json writes it

  -o, --output FILE
{_ALWAYS}""",
}
"""Each page by its command."""
