"""What ``luoshi --help`` says, in both languages."""

from __future__ import annotations

HELP = {
    "zh": """\
落实 luoshi：读规划，出结构。把规划建议、纲要、工作报告读成干净、有结构、处处可查出处的文档。

用法
  luoshi read 文件|文件夹|通配符|- …  [选项]
  luoshi add 文件|文件夹 …            加入文库；相同的文件不再加，中断后再运行会接着做
  luoshi list [条件]                 文库里有什么；条件：--level --region --year --genre --grade
  luoshi search 词 … [条件]          查找；条件：--level --region --year --genre --kind --body --indicator --by
  luoshi show 编号 …                 文库里的一份，同 read 的各种格式
  luoshi correct 编号 发现 accept|reject|edit 字段=值 …   更正一处发现；或 --add 种类 --words 原文 字段=值 …
  luoshi corrections [编号 …]        列出、导出全部更正；--from 文件 收进另一个文库
  luoshi remove 编号 …               从文库移除（有人工更正的要加 --force）
  luoshi reread [编号 …]             用现在的版本重读（默认：旧版本读的；--force 全部），更正都保留
  luoshi verify                      核对文库是否完好
  luoshi backup 文件                 整个文库备份为一个文件
  luoshi restore 文件                从备份恢复到一个空文库
  luoshi serve [--host --port]       在浏览器里用文库；网址见标准输出，Ctrl-C 停止
  luoshi users …                     谁可以登录：add role password off on key，见下
  luoshi evaluate --gold 文件夹 --texts 文件夹 [--against 旧结果.json]
  luoshi schema                      输出 JSON 记录的模式（JSON Schema 2020-12）
  luoshi --help | --version

read 读 .txt .md .html .pdf .docx。文件夹连同下层一起读；- 是标准输入。

文库是一个文件，默认在用户数据目录（~/.local/share/luoshi/luoshi.db）；--library 或 LUOSHI_LIBRARY 指定
另一个文件，或多人共用的 postgresql://用户@主机/库名。编号写前八位以上即可。

search 找到含有全部词的文档，每份显示最切题的一段。'“因地制宜 发展”' 是短语，NOT 或 - 排除，OR 任选其一；
条件也可写在词中：'算力 kind:target year:2025..2026'。--kind、--body、--indicator、--by 限定词所在的段落。

evaluate 用人工标注衡量读得对不对：各类发现的准确率、召回率、F1，逐条列出漏报和误报。
标注的格式见 docs/evaluation.md；文本按标注中的文件名在 --texts 及其下层查找。

选项
      --gold, --texts, --against  只用于 evaluate：标注、文本、要比较的上一次 JSON 结果
  -f, --format 格式   text（默认）json jsonl csv xlsx html
  -o, --output 去处   写入文件；或写入文件夹（以 / 结尾、已存在、或没有扩展名），按输入的目录排列：
                      a/规划.pdf → 去处/a/规划.pdf.html。再次运行时跳过内容未变、已经读过的文件
      --force         不跳过，全部重读
      --library 文库  文库的文件或地址（read、evaluate、schema 以外的命令）
      --level 层级 --region 地区 --year 年[-年] --genre 文种 --grade 级
                      用于 list 和 search，如 --level 市 --region 云泽（或区划代码的开头）--year 2021-2025 --grade AB
      --kind 种类 --body 机构 --indicator 指标 --by 期限
                      用于 search，如 --kind target --body 发展改革 --by ..2027-12-31
      --as-read       用于 show：读出来的原样，不含人工更正
      --note 备注 --who 姓名 --withdraw 号 --which 第几处
                      用于 correct：备注；谁（默认系统用户名）；撤回一处更正；原文不止一处时
      --first 数 --limit 数  用于 search：从第几份起（1），显示几份（10）
      --host 地址 --port 端口  用于 serve（127.0.0.1 和 8000）。别的地址要先有管理员：luoshi users add 名字 --role administrator
      --name 主机名 --prefix 路径  用于 serve 前面有代理时：对外的主机名（可多次）和路径，如 /plans
      --tls-certificate 文件 --tls-key 文件  用于 serve：自己加密（HTTPS）
      --role 角色         用于 users add：reader（默认）editor administrator
      --jobs 数       同时读几个文件（默认：每个核一个；也可用 LUOSHI_JOBS）
      --language 语言 zh 或 en（默认随 LC_ALL、LANG）
  -q, --quiet         不显示进度和提示；错误仍显示
  -h, --help          显示本说明
      --version       显示版本

例子
  luoshi read 建议.html                        这份文件是什么、有何问题、结构、目标
  luoshi read 建议.html -f html -o 建议页.html   一页可离线阅读的网页
  luoshi read 文件夹 -f html -o 网页/            每份文件一页
  luoshi read 文件夹 -f csv -o 全部.csv          所有发现一张表，可用 Excel 打开
  luoshi read '2026/*.pdf' -f jsonl | jq .title
  curl -s 网址 | luoshi read - -f json
  luoshi add 文件夹 && luoshi list --region 云泽 --year 2026
  luoshi search 森林覆盖率 --kind target --level 市
  luoshi show 9f3a12bc -f html -o 一份.html
  luoshi correct 9f3a12bc target-1f2e3d edit quantity.value=3e11 --note 对照原文
  luoshi evaluate --gold 标注 --texts 文本 -f json -o 今天.json
  luoshi evaluate --gold 标注 --texts 文本 --against 昨天.json

结果在标准输出；进度和提示在标准错误输出。一个文件最多 100 MiB。读多个文件时每个最多
300 秒；只读一个时没有时限（Ctrl-C 可中断）。LUOSHI_TIMEOUT 设定秒数，两种情形都适用。

json、jsonl、html 的解释中英文都有；csv、xlsx 的解释用 --language 的语言，csv 的列名和值不随语言变。

退出码
  0  全部读成          1  有的没读成（其余已读）；verify：有问题
  2  用法有误          3  没有一份读成，或文库用不了          130  被 Ctrl-C 中断
""",
    "en": """\
luoshi 落实 reads Chinese development plans into clean, structured text in which everything is cited.

Usage
  luoshi read FILE|FOLDER|GLOB|- …  [options]
  luoshi add FILE|FOLDER …          put into the library; the same bytes once; run again to go on
  luoshi list [filters]             what is there; filters: --level --region --year --genre --grade
  luoshi search WORDS … [filters]   look for words; filters: --level --region --year --genre --kind --body
                                    --indicator --by
  luoshi show ID …                  a document of the library, in all formats of read
  luoshi correct ID FINDING accept|reject|edit FIELD=VALUE …
                                    decide about a finding; or --add KIND --words WORDS FIELD=VALUE …
  luoshi corrections [ID …]         list, export all corrections; --from FILE takes them over
  luoshi remove ID …                take out of the library (with people's corrections: --force)
  luoshi reread [ID …]              read again with this version (without ids: those that an older
                                    one read; --force: all); people's corrections are kept
  luoshi verify                     whether the library holds what it should
  luoshi backup FILE                all of the library in one file
  luoshi restore FILE               a backup into an empty library
  luoshi serve [--host --port]      the library in a browser; its address on standard output
  luoshi users …                    who may sign in: add role password off on key, see below
  luoshi evaluate --gold FOLDER --texts FOLDER [--against OLD.json]
  luoshi schema                     print the JSON Schema (2020-12) of a record
  luoshi --help | --version

read takes .txt .md .html .pdf .docx. Folders are read with all below them; - is standard input.

The library is one file, by default among the user's data (~/.local/share/luoshi/luoshi.db); --library or
LUOSHI_LIBRARY names another file, or a shared one: postgresql://user@host/name. Of an id the first
eight characters or more are enough.

search finds the documents that hold all words and shows each at its best passage. '"因地制宜 发展"' is a
phrase, NOT or - leaves out, OR takes either; filters may stand among the words: '算力 kind:target
year:2025..2026'. --kind, --body, --indicator and --by narrow the paragraphs in which the words may stand.

evaluate measures the findings against hand-made gold: precision, recall and F1 of each kind, and
every miss and false alarm. The format of gold: docs/evaluation.md; each text is found by the name that
the gold gives, anywhere below --texts.

Options
      --gold, --texts, --against  for evaluate only: gold, texts, and an earlier JSON result to compare
  -f, --format FORMAT  text (default), json, jsonl, csv, xlsx, html
  -o, --output WHERE   a file; or a folder (ends in /, exists, or has no ending), which mirrors the input:
                       a/plan.pdf → WHERE/a/plan.pdf.html. A further run skips files that were read
                       before and have not changed
      --force          skip nothing, read all again
      --library WHERE  file or address of the library (all commands but read, evaluate and schema)
      --level LEVEL --region PLACE --year YEAR[-YEAR] --genre KIND --grade GRADES
                       for list and search: --level city --region 云泽 (or how its GB/T 2260 code begins)
                       --year 2021-2025 --genre 纲要 --grade AB
      --kind KIND --body WORDS --indicator WORDS --by DAYS
                       for search: --kind target --body 发展改革 --by ..2027-12-31
      --as-read        for show: as it was read, without people's corrections
      --note WORDS --who NAME --withdraw N --which N
                       for correct: a note; who decides (default: the system's user); take one back; which of
                       several places has the words
      --first N --limit N  for search: from which hit (1), how many (10)
      --host ADDRESS --port PORT  serve: 127.0.0.1 and 8000. Any other address wants an administrator first:
                      luoshi users add NAME --role administrator
      --name HOST --prefix PATH   serve behind a proxy: its public name (may be repeated), its path (/plans)
      --tls-certificate FILE --tls-key FILE  serve: encrypt by itself (HTTPS)
      --role ROLE     users add: reader (default), editor, administrator
      --jobs N         how many files to read at once (default: one for each core; or LUOSHI_JOBS)
      --language LANG  zh or en (default: from LC_ALL, LANG)
  -q, --quiet          no progress and no remarks; errors still show
  -h, --help           show this help
      --version        show the version

Examples
  luoshi read plan.html                        what it is, what is wrong, its outline, its targets
  luoshi read plan.html -f html -o page.html   one page to read offline
  luoshi read folder -f html -o pages/         a page for each document
  luoshi read folder -f csv -o all.csv         all findings in one table that Excel opens
  luoshi read '2026/*.pdf' -f jsonl | jq .title
  curl -s ADDRESS | luoshi read - -f json
  luoshi add folder && luoshi list --region 云泽 --year 2026
  luoshi search 森林覆盖率 --kind target --level city
  luoshi show 9f3a12bc -f html -o page.html
  luoshi correct 9f3a12bc target-1f2e3d edit quantity.value=3e11 --note "as printed"
  luoshi evaluate --gold gold --texts texts -f json -o today.json
  luoshi evaluate --gold gold --texts texts --against yesterday.json

Results go to standard output, progress and remarks to standard error. A file may have 100 MiB. Of
several each may take 300 seconds, one alone as long as it needs (Ctrl-C stops it); LUOSHI_TIMEOUT
sets other seconds, for both.

json, jsonl and html explain in Chinese and English; csv and xlsx in the language of --language. The
heads and values of csv are the same in every language.

Exit codes
  0  all was read      1  some files failed (the others were read); verify: something is wrong
  2  wrong usage       3  nothing could be read, or the library not be used    130  stopped by Ctrl-C
""",
}
