"""The conversations that chat_templates.py renders: roles, blanks, scripts, quotes, tools, thoughts, refusals."""


def m(role, content, **more):
    return dict(role=role, content=content, **more)


def call(name, arguments, identity=None):
    made = dict(type="function", function=dict(name=name, arguments=arguments))
    return dict(made, id=identity) if identity else made


WEATHER = dict(type="function", function=dict(
    name="get_weather", description="Weather of a \"place\" <now> & later, in °C.",
    parameters=dict(type="object", required=["place"], properties=dict(
        place=dict(type="object", description="Where", properties=dict(
            city=dict(type="string", description="City's name"), country=dict(type=["string", "null"]))),
        days=dict(type="integer", minimum=1, maximum=10, default=1),
        unit=dict(type="string", enum=["celsius", "fahrenheit"]),
        items=dict(type="array", items=dict(type="number", minimum=0.5), description="Items, keys and values"),
        exact=dict(anyOf=[dict(type="boolean"), dict(type="null")], default=None)))))
ADD = dict(type="function", function=dict(
    name="add", description="Adds.\nTwo lines é 中 😀",
    parameters=dict(type="object", properties=dict(
        a=dict(type="number", description="first"), b=dict(type="number", description="second")), required=["a", "b"]),
    **{"return": dict(type="number", description="The sum")}))
BARE = dict(type="function", function=dict(name="now", description="", parameters=dict(type="object", properties={})))
TOOLS = [WEATHER, ADD, BARE]
ODD = dict(n=None, t=True, f=False, i=3, x=1.0, tiny=1e-7, huge=1e22, third=0.1, neg=-2.5, deep=dict(b=[1, [2, {}], []], a="\"q\" \\ /"),
           text="a\tb\nc é \u2028 </s> \x7f")

SYSTEM = m("system", "You are a careful assistant.")
ASK = m("user", "What is 2+2?")
ANSWER = m("assistant", "It is 4.")
THOUGHT = m("assistant", "<think>\nTwo and two.\n</think>\n\nIt is 4.")
SEPARATE = m("assistant", "It is 4.", reasoning_content="Two and two.")
CALLS = [ASK, m("assistant", "", tool_calls=[call("add", dict(a=2, b=2), "abcdefghi")]),
         m("tool", "4", name="add", tool_call_id="abcdefghi")]
MANY = [SYSTEM, m("user", "Weather in Zürich and Oslo?"),
        m("assistant", "I look.", tool_calls=[call("get_weather", dict(place=dict(city="Zürich")), "call00001"),
                                              call("get_weather", dict(place=dict(city="Oslo"), days=2), "call00002")]),
        m("tool", "{\"t\": 21}", name="get_weather", tool_call_id="call00001"),
        m("tool", "{\"t\": 9}", name="get_weather", tool_call_id="call00002"),
        m("assistant", "Zürich 21, Oslo 9."), m("user", "Thanks.")]
BLANKS = [m("system", "  Be brief. \n"), m("user", "\n\n  Hi there \t"), m("assistant", " \n Yes?\n\n"), m("user", " x ")]

TALKS = {
    "user": [ASK],
    "system": [SYSTEM, ASK],
    "assistant last": [ASK, ANSWER],
    "turns": [SYSTEM, ASK, ANSWER, m("user", "And 3+3?"), m("assistant", "6"), m("user", "Sure?")],
    "turns without system": [ASK, ANSWER, m("user", "And 3+3?")],
    "blanks": BLANKS,
    "other blanks": [m("user", "\u00a0\u2003a\u0085\x1f\u200b "), m("assistant", "\x0b\x0c b\u3000"), m("user", "\r\nc\r")],
    "scripts": [m("system", "Ünïcode \u2028 line"), m("user", "é 中文 😀👍🏽 e\u0301 עברית"), m("assistant", "ß ŉ ǆ İ"), ASK],
    "quotes": [m("user", "'a' \"b\" \\ \\n {{ x }} {% if %} {# c #} <b>&amp;</b> </s> [INST] <|im_end|>")],
    "empty": [m("system", ""), m("user", ""), m("assistant", ""), m("user", "")],
    "nothing said": [ASK, m("assistant", None), ASK],
    "thought": [ASK, THOUGHT, m("user", "Sure?")],
    "thought last": [SYSTEM, ASK, THOUGHT],
    "two thoughts": [ASK, THOUGHT, ASK, THOUGHT, ASK],
    "half a thought": [ASK, m("assistant", "Hm.\n</think>\n\nIt is 4."), ASK],
    "separate thought": [ASK, SEPARATE, m("user", "Sure?")],
    "separate thought last": [SYSTEM, ASK, SEPARATE],
    "tool result": CALLS,
    "tool answered": CALLS + [m("assistant", "It is 4."), m("user", "Thanks.")],
    "many calls": MANY,
    "thought and call": [ASK, m("assistant", "", reasoning_content="I add.", tool_calls=[call("add", dict(a=2, b=2), "abcdefghi")]),
                         m("tool", "4", tool_call_id="abcdefghi")],
    "odd arguments": [ASK, m("assistant", None, tool_calls=[call("f", ODD, "abcdefghi")]), m("tool", "None", tool_call_id="abcdefghi")],
    "text arguments": [ASK, m("assistant", "", tool_calls=[call("add", "{\"a\": 2, \"b\": 2}", "abcdefghi")]),
                       m("tool", "4", tool_call_id="abcdefghi")],
    "no ids": [ASK, m("assistant", "", tool_calls=[call("add", dict(a=2))]), m("tool", "4")],
    "short ids": [ASK, m("assistant", "", tool_calls=[call("add", dict(a=2), "x")]), m("tool", "4", tool_call_id="x")],
    "plain call": [ASK, m("assistant", "", tool_calls=[dict(name="add", arguments=dict(a=2), id="abcdefghi")]), m("tool", dict(t=[1, 2.5]))],
    "result without call": [ASK, m("tool", "4", tool_call_id="abcdefghi"), m("user", "So?")],
    "parts": [m("system", [dict(type="text", text="Be brief.")]), m("user", [dict(type="text", text="Look "), dict(type="text", text=" here.")])],
    "image": [m("user", [dict(type="image"), dict(type="text", text="What is it?")])],
    "two users": [ASK, m("user", "Again?")],
    "assistant first": [ANSWER, ASK],
    "late system": [ASK, ANSWER, SYSTEM, ASK],
    "developer": [m("developer", "Be brief."), ASK],
    "strange role": [m("narrator", "Once."), ASK],
    "strange role later": [ASK, m("narrator", "Once.")],
    "no content": [dict(role="user")],
    "no role": [dict(content="Hi")],
    "number": [m("user", 42), m("assistant", 1.5), m("user", True)],
}
WITH_TOOLS = ["user", "system", "blanks", "turns", "tool result", "tool answered", "many calls", "odd arguments", "separate thought last",
              "no ids", "two users", "parts"]
# Options are given only to the templates that name them.
OPTIONS = [("enable_thinking", True), ("enable_thinking", False), ("thinking", True), ("thinking", False),
           ("tools_in_user_message", False), ("date_string", "1 Jan 2025"), ("builtin_tools", ["code_interpreter", "brave_search"]),
           ("reasoning_effort", "high"), ("reasoning_effort", "low"), ("add_thoughts", True), ("preserve_thinking", True),
           ("clear_thinking", False), ("keep_past_thinking", True), ("documents", [dict(title="T", text="é \"x\"")]),
           ("custom_tools", [ADD]), ("model_identity", "You are small."), ("thinking_budget", 512), ("tool_call_format", "json"),
           ("add_default_system_prompt", False), ("available_tools", [ADD]), ("controls", dict(length="long", originality="extractive")),
           ("citations", True), ("xml_tools", [ADD]), ("python_tools", [ADD])]
FEW = ["user", "turns", "thought", "separate thought", "many calls"]


def matrix(template):
    """Yields (label, what is given to the template) for every case."""
    for opened in (False, True):
        for name, messages in TALKS.items():
            yield f"{name}, opened {opened}", dict(messages=messages, add_generation_prompt=opened)
        for name in WITH_TOOLS:
            yield (f"{name} with tools, opened {opened}",
                   dict(messages=TALKS[name], tools=TOOLS, add_generation_prompt=opened))
        for option, value in OPTIONS:
            for name in FEW if option in template else []:
                given = dict(messages=TALKS[name], add_generation_prompt=opened, tools=TOOLS if name == "many calls" else None)
                yield f"{name}, {option}={value}, opened {opened}", {**given, option: value}
