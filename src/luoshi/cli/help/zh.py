"""The help in Chinese: a page for ``luoshi`` itself (``""``) and one for each command, at most 80 columns wide."""

_LIBRARY = """\
      --library 文库   文库的文件，或 postgresql://用户@主机/库名
                       （不写则看 LUOSHI_LIBRARY，再不然在用户数据目录）
"""
_ALWAYS = """\
      --language 语言  zh 或 en（不写则随 LC_ALL、LANG）
  -q, --quiet          不显示进度和提示；错误仍显示
"""
_CHOOSING = """\
      --level 级别     国家、省、市、县、区域、园区
      --region 地区    地名的一部分，或区划代码的开头
      --year 年份      2026，或 2021..2026
      --genre 文种     如 纲要、建议、政府工作报告
"""
_GRADE = """\
      --grade 等级     如 AB
"""

PAGES = {
    "": """\
落实 luoshi：读规划，出结构。把规划建议、纲要、工作报告读成干净、有结构、处处可
查出处的文档。

  luoshi 命令 …                做一件事；有这些命令：
  luoshi 命令 --help           这个命令的用法和全部选项

读文件
  read 文件|文件夹|通配符|- …  是什么、有何问题、结构、目标；或导出 JSON、CSV、
                               XLSX、HTML

收进文库（一个文件，或多人共用的 PostgreSQL）
  add 文件|文件夹 …            加入；相同的文件不再加，中断后再运行会接着做
  list                         文库里有什么
  search 词 …                  查找，每份文档显示最切题的一段
  show 编号 …                  一份文档，同 read 的各种格式
  correct 编号 发现 …          更正一处发现
  corrections                  列出、导出、收进人工更正
  remove 编号 …                移除
  reread                       用现在的版本重读，说明变化
  verify                       核对是否完好
  backup 文件、restore 文件    整个文库备份为一个文件；从备份恢复
  serve                        在浏览器里用，也供程序取用（/api/v1）
  users                        给别人用时，谁可以登录

其他
  evaluate                     用人工标注衡量读得对不对
  schema                       JSON 记录的模式（JSON Schema 2020-12）
  help、--version

各命令都有
      --language 语言          zh 或 en（不写则随 LC_ALL、LANG）
  -q, --quiet                  不显示进度和提示；错误仍显示
  -h, --help

文库默认是 ~/.local/share/luoshi/luoshi.db；--library 或 LUOSHI_LIBRARY 可指定
另一个文件，或 postgresql://用户@主机/库名。

例子
  luoshi read 建议.html
  luoshi read 文件夹 --format html --output 网页/
  luoshi add 文件夹 && luoshi list --region 云泽 --year 2026
  luoshi search 森林覆盖率 --kind 目标 --level 市
  luoshi serve

结果在标准输出；进度和提示在标准错误输出。

退出码
  0  全部做成          1  有的没做成（其余已做）；verify：有问题
  2  用法有误          3  一样也没做成          130  被 Ctrl-C 中断
""",
    "read": f"""\
luoshi read 文件|文件夹|通配符|- …   读规划：是什么、有何问题、结构、目标

读 .txt .md .html .pdf .docx；文件夹连同下层一起读；- 是标准输入。一个文件最多
100 MiB。读多个文件时每个最多 300 秒；只读一个时没有时限（Ctrl-C 可中断）。
LUOSHI_TIMEOUT 设定秒数，两种情形都适用。

  -f, --format 格式    text（默认）、json、jsonl、csv、xlsx、html
  -o, --output 去处    写入文件；或写入文件夹（以 / 结尾、已存在、或没有扩展
                       名），按输入的目录排列：a/规划.pdf → 去处/a/规划.pdf
                       .html。再次运行时跳过内容未变、已经读过的文件
      --force          不跳过，全部重读
      --jobs 数        同时读几个文件（不写则看 LUOSHI_JOBS，再不然每个核一个）
{_ALWAYS}
json、jsonl、html 的解释中英文都有；csv、xlsx 的解释用 --language 的语言。csv 的
列名和值不随语言变。

例子
  luoshi read 建议.html                        在终端里看
  luoshi read 建议.html -f html -o 建议页.html   一页可离线阅读的网页
  luoshi read 文件夹 -f csv -o 全部.csv          所有发现一张表，可用 Excel 打开
  luoshi read '2026/*.pdf' -f jsonl | jq .title
  curl -s 网址 | luoshi read - -f json
""",
    "add": f"""\
luoshi add 文件|文件夹|通配符|- …   读文件，连同原件收进文库

相同的内容只收一次，不管叫什么名字。中断的导入，再运行同一条命令就接着做：显示已
加入的，都已在库里。

      --jobs 数        同时读几个文件（不写则看 LUOSHI_JOBS，再不然每个核一个）
{_LIBRARY}{_ALWAYS}""",
    "list": f"""\
luoshi list   文库里的文档，日期新的在前

{_CHOOSING}{_GRADE}\
  -f, --format 格式    text（默认）、json、csv、xlsx
  -o, --output 文件
{_LIBRARY}{_ALWAYS}
例子
  luoshi list --level 市 --year 2021..2026 --grade AB
""",
    "search": f"""\
luoshi search 词 …   含有全部词的文档，每份显示最切题的一段，最好的在前

  算力 数据              两个词都有，在文档中任何地方
  '“因地制宜 发展”'      短语，照原样
  算力 OR 智算           任选其一
  算力 NOT 旅游          排除；也可写 -旅游
  算力 年份:2025         条件可以写在词中，名称见下

繁体和简体、全角和半角、大写和小写，都当作相同。

{_CHOOSING}\
      --kind 种类      只在含有这类发现的段落里找：目标、成就、举措、表态、
                       工程、机构、地点……
      --body 机构      ……提到这个机构的段落
      --indicator 指标 ……有这个指标的段落
      --by 期限        ……有这个期限的段落：2027、2027-06..2030、..2030-12-31
      --first 数       从第几份起（1）
      --limit 数       显示几份（10）
  -f, --format 格式    text（默认）、json、csv
  -o, --output 文件
{_LIBRARY}{_ALWAYS}
例子
  luoshi search 低空经济 --kind 目标 --level 市 --by ..2027
""",
    "show": f"""\
luoshi show 编号 …   文库里的文档，同 read 一样显示
luoshi show 条件     符合条件的全部文档
luoshi show --all    全部文档

编号写前八位以上即可，list 列出编号。

{_CHOOSING}{_GRADE}\
      --all            全部文档
      --as-read        读出来的原样，不含人工更正
  -f, --format 格式    text（默认）、json、jsonl、csv、xlsx、html
  -o, --output 去处    写入文件；或写入文件夹（以 / 结尾、已存在、或没有扩展
                       名），每份一个文件
{_LIBRARY}{_ALWAYS}
例子
  luoshi show 9f3a12bc
  luoshi show 9f3a12bc -f html -o 一份.html
  luoshi show --level 市 -f csv -o 各市.csv
  luoshi show --all -f json -o 记录/
""",
    "correct": f"""\
luoshi correct 编号 发现 accept              这处发现是对的
luoshi correct 编号 发现 reject              这处发现不成立
luoshi correct 编号 发现 edit 字段=值 …      改成别的内容
luoshi correct 编号 --add 种类 --words 原文 字段=值 …   补一处漏掉的
luoshi correct 编号 --withdraw 号            撤回第几号更正

各发现的编号见 luoshi show 编号 -f csv。身份信息的字段写作 profile.title 等。

      --words 原文     在清理后正文的哪几个字上
      --which 第几处   这几个字不止一处时
      --note 备注      为什么
      --who 姓名       谁改的（不写则是系统用户名）
{_LIBRARY}{_ALWAYS}
例子
  luoshi correct 9f3a12bc target-1f2e3d edit quantity.value=3e11 period=2030
  luoshi correct 9f3a12bc doubt-0a1b2c reject --note 与原件核对无误
  luoshi correct 9f3a12bc --add programme --words 百园焕新 name=百园焕新
""",
    "corrections": f"""\
luoshi corrections [编号 …]      人工更正：全部，或这几份文档的
luoshi corrections --from 文件   收进别处导出的更正（这里也有的文档）

      --from 文件      corrections -f json 或 jsonl 导出的文件
  -f, --format 格式    text（默认）、json、jsonl、csv
  -o, --output 文件
{_LIBRARY}{_ALWAYS}""",
    "remove": f"""\
luoshi remove 编号 …   从文库移除文档

      --force          有人工更正的也移除，更正随之丢失
{_LIBRARY}{_ALWAYS}""",
    "reread": f"""\
luoshi reread [编号 …]   用现在的版本重读，说明变化；不写编号：旧版本读的都重读

从文库里的原件读，不需要原来的文件。人工更正都保留。

      --force          全部重读，包括现在的版本读的
      --jobs 数        同时读几份（不写则看 LUOSHI_JOBS，再不然每个核一份）
  -f, --format 格式    text（默认）、json（每份一行）
{_LIBRARY}{_ALWAYS}""",
    "verify": f"""\
luoshi verify   核对文库是否完好：每一份原件、记录、位置、每一行；
                有问题时退出码为 1

{_LIBRARY}{_ALWAYS}""",
    "backup": f"""\
luoshi backup 文件   整个文库写成一个文件（它本身也是文库）；别人可以照常查和加

包括文档、更正、账号和审计记录；不包括登录会话和密钥。已有的文件不会被覆盖。

{_LIBRARY}{_ALWAYS}
例子
  luoshi backup 规划库-2026-11-22.db
""",
    "restore": f"""\
luoshi restore 文件   把备份恢复到一个空文库，文件或 PostgreSQL 都可以

{_LIBRARY}{_ALWAYS}
例子
  luoshi restore 规划库-2026-11-22.db --library 新库.db
  luoshi restore 规划库-2026-11-22.db --library postgresql://用户@主机/plans
""",
    "serve": f"""\
luoshi serve   在浏览器里用文库，也供程序在 /api/v1 取用；显示网址；Ctrl-C 停止

只给本机用时不必登录。在别的地址上提供时要先有管理员：
luoshi users add 名字 --role administrator

      --host 地址      在哪个地址上提供（127.0.0.1；0.0.0.0 是所有地址）
      --port 端口      （8000；0 是任意空闲端口）
      --name 主机名    前面有代理时对外的主机名，可多次写
      --prefix 路径    前面有代理时的路径，如 /plans
      --tls-certificate 文件 --tls-key 文件
                       自己加密（HTTPS）
{_LIBRARY}{_ALWAYS}
例子
  luoshi serve
  luoshi serve --host 0.0.0.0 --tls-certificate plans.pem --tls-key plans.key
  luoshi serve --name plans.example --prefix /plans
""",
    "users": f"""\
luoshi users                        列出账号
luoshi users add 名字 [--role 角色] 加一个账号，会问密码
luoshi users role 名字 角色         换角色
luoshi users password 名字          设新密码，已登录的要重新登录
luoshi users off 名字、on 名字      停用；恢复
luoshi users key 名字 用途          给程序用的密钥，只显示一次

角色：reader 查看、检索、导出（默认）；editor 还能加入文档、更正；administrator
还能移除文档、管理账号。密码至少 12 个字符；会问，或从标准输入读。

      --role 角色      reader、editor、administrator
{_LIBRARY}{_ALWAYS}""",
    "evaluate": f"""\
luoshi evaluate --gold 文件夹 --texts 文件夹   读得对不对：各类发现的准确率、
               召回率、F1，逐条列出漏报和误报

      --gold 文件夹    人工标注，格式见 docs/evaluation.md
      --texts 文件夹   文本，按标注中的文件名在其下层查找
      --against 文件   要比较的上一次 JSON 结果
  -f, --format 格式    text（默认）、json
  -o, --output 文件
{_ALWAYS}
例子
  luoshi evaluate --gold 标注 --texts 文本 -f json -o 今天.json
  luoshi evaluate --gold 标注 --texts 文本 --against 昨天.json
""",
    "schema": f"""\
luoshi schema   JSON 记录的模式（JSON Schema 2020-12），即 read -f json 的格式

  -o, --output 文件
{_ALWAYS}""",
}
"""Each page by its command."""
