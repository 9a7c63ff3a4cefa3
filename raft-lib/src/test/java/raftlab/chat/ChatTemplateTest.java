package raftlab.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.UserError;

/**
 * Own templates of the constructs that model folders use; what is expected was rendered by Jinja
 * with transformers' settings. The real templates are other people's text and are compared by
 * tests/bench/chat_templates.py.
 */
class ChatTemplateTest {

  private static final JsonArray TALK =
      JsonParser.parseString(
              "[{\"role\": \"user\", \"content\": \" Hi \"}, {\"role\": \"assistant\", \"content\":"
                  + " \"<a>x</a>\\nYes\"}, {\"role\": \"user\", \"content\": \"2+2?\"}]")
          .getAsJsonArray();

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "{{ 1 + 2 * 3 }} {{ 7 // 2 }} {{ -7 % 3 }} {{ 2 ** 3 }} {{ 7 / 2 }} § 7 3 2 8 3.5",
        "{{ 'a' ~ 1 ~ none ~ true }} § a1NoneTrue",
        "{{ [1, 'b', none, 2.0] }} {{ {'k': false} }} § [1, 'b', None, 2.0] {'k': False}",
        "{{ 'abc'[::-1] }} {{ 'abc'[-1] }} {{ [1, 2, 3][1:] }} § cba c [2, 3]",
        "{{ 'a,b,c'.split(',')[-1] }} {{ 'a,b,c'.split(',', 1) }} § c ['a', 'b,c']",
        "{{ ' x '.strip() }}{{ 'xxy'.lstrip('x') }}{{ 'a' if 1 > 2 else 'b' }} § xyb",
        "{{ 'x' is string }} {{ u is defined }} {{ u is not defined }} {{ none is none }} § True False True True",
        "{{ 'a' in 'cat' }} {{ 2 not in [1] }} {{ not 1 == 2 }} {{ 1 and 0 or 5 }} § True True True 5",
        "{{ {'b': ['é', 1.5]} | tojson }} § {\"b\": [\"é\", 1.5]}",
        "{{ messages | length }} {{ messages[0].role | upper }} {{ messages[-1]['content'] }} § 3 USER 2+2?",
        "{{ messages | selectattr('role', 'equalto', 'user') | list | length }} § 2",
        "{{ u | default('d') }} {{ '' | default('e', true) }} {{ u }}. § d e .",
        "{% for k, v in {'a': 1, 'b': 2}.items() if v > 1 %}{{ k }}{{ loop.last }}{% endfor %} § bTrue",
        "{% for x in [1, 2, 3] %}{% if x == 2 %}{% continue %}{% endif %}{{ x }}{% else %}n{% endfor %} § 13",
        "{% for x in [] %}{{ x }}{% else %}none{% endfor %} § none",
        "{% set ns = namespace(n=0) %}{% for x in [1, 2] %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }} § 3",
        "{% set x = 1 %}{% for i in [1] %}{% set x = 2 %}{% endfor %}{{ x }} § 1",
        "{% macro m(a, b='z') %}<{{ a }}{{ b }}>{% endmacro %}{{ m('q') }}{{ m('q', b=1) }} § <qz><q1>",
        "{% set t %}in{{ 1 }}{% endset %}{{ t }} § in1",
        "a {#- no -#} b § ab",
        "{%- if false %}x{% elif true %}y{% else %}z{% endif -%} § y",
      })
  void rendersAsJinjaDoes(String template, String expected) {
    assertEquals(expected, render(template));
  }

  @Test
  void dropsLineEndsAndIndentsAroundBlocksOnly() {
    String template =
        "{% if true %}\n  a\n  {% endif %}\n  {{ 'b' }}\n c{% if true %} d {% endif %}\n";
    assertEquals("  a\n  b\n c d ", render(template));
  }

  @Test
  void rendersATurnByTurnTemplate() {
    String template =
        "{{- bos_token }}\n{%- for m in messages %}\n    {%- if m.role == 'assistant' and '</a>' in"
            + " m.content %}\n        {%- set c = m.content.split('</a>')[-1].lstrip('\\n') %}\n"
            + "    {%- else %}\n        {%- set c = m.content | trim %}\n    {%- endif %}\n"
            + "    {{- '<' + m.role + '>\\n' + c + '\\n' }}\n{%- endfor %}\n"
            + "{%- if add_generation_prompt %}\n    {{- '<assistant>\\n' }}\n{%- endif %}\n";
    assertEquals("<s><user>\nHi\n<assistant>\nYes\n<user>\n2+2?\n<assistant>\n", render(template));
  }

  @Test
  void passesOnWhatTheTemplateRefuses() {
    UserError error =
        assertThrows(UserError.class, () -> render("{{ raise_exception('no system role') }}"));
    assertTrue(error.what().endsWith("no system role"), error.what());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "{{ x | wordwrap }}     § the filter \"wordwrap\" is not known (line 1)",
        "{% include 'x' %}      § the block \"include\" is not known (line 1)",
        "{{ 1 is prime }}       § the test \"prime\" is not known (line 1)",
        "{% if true %}          § expected endif (line 1)",
        "{{ 'a' }               § a tag is not closed",
        "{{ (1 }}               § a tag is not closed",
      })
  void namesWhatItDoesNotKnow(String template, String expected) {
    UserError error = assertThrows(UserError.class, () -> ChatTemplate.parse(template));
    assertTrue(error.what().contains(expected), error.what());
  }

  @Test
  void boundsTheWorkOfAHostileTemplate() {
    String loops =
        "{% for a in range(10000) %}{% for b in range(10000) %}{% if b %}{% endif %}{% endfor %}{% endfor %}";
    assertThrows(UserError.class, () -> render(loops));
    assertThrows(UserError.class, () -> render("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"));
    assertThrows(UserError.class, () -> ChatTemplate.parse("{{ " + "(".repeat(5000) + " }}"));
  }

  private static String render(String template) {
    return ChatTemplate.parse(template)
        .render(TALK, true, Map.of("bos_token", "<s>"), new JsonObject());
  }
}
