package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import raftlab.kernel.notebook.Report;
import raftlab.kernel.notebook.Views;

class FormatTest {

  private static final Report REPORT =
      Report.of("two rows", "a", "b|c")
          .row("1,5", "say \"x\"")
          .row("line\nfeed", "\\frac")
          .remark("end");

  private static String print(Format format, Object value) {
    return format.print(new Views().of(value), value);
  }

  @Test
  void quotesCsvCellsThatNeedIt() {
    assertEquals(
        "a,b|c\n\"1,5\",\"say \"\"x\"\"\"\n\"line\nfeed\",\\frac", print(Format.CSV, REPORT));
  }

  @Test
  void writesAHeadlineAloneAsOneCsvColumn() {
    assertEquals("result\nnothing to release", print(Format.CSV, Report.of("nothing to release")));
  }

  @Test
  void keepsBarsAndLineFeedsInsideMarkdownCells() {
    assertEquals(
        """
        **two rows**

        | a | b\\|c |
        | --- | --- |
        | 1,5 | say "x" |
        | line<br>feed | \\\\frac |

        end""",
        print(Format.MD, REPORT));
  }

  @Test
  void writesJsonOnOneLineWithNullForWhatIsNoNumber() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("mean", Double.NaN);
    value.put("max", Float.POSITIVE_INFINITY);
    value.put("n", 3);
    value.put("file", Path.of("a", "b<c"));
    assertEquals(
        "{\"mean\":null,\"max\":null,\"n\":3,\"file\":\"a/b<c\"}",
        print(Format.JSON, value).replace("\\\\", "/"));
  }
}
