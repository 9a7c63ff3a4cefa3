package raftlab.kernel.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.kernel.notebook.ReportText;
import raftlab.kernel.notebook.View;

/** How a result is printed on standard output. */
enum Format {
  TEXT {
    @Override
    String print(View<Object> view, Object value) {
      return ReportText.of(view.report(value));
    }
  },
  JSON {
    @Override
    String print(View<Object> view, Object value) {
      return JsonLine.of(view.json(value));
    }
  },
  CSV {
    @Override
    String print(View<Object> view, Object value) {
      return ReportCsv.of(view.report(value));
    }
  },
  MD {
    @Override
    String print(View<Object> view, Object value) {
      return ReportMarkdown.of(view.report(value));
    }
  };

  /** Returns a result in this form, without a line feed at the end. */
  abstract String print(View<Object> view, Object value);

  /**
   * Returns the format of a word such as {@code csv}.
   *
   * @throws UsageError if there is none
   */
  static Format of(String word) {
    List<String> known = Arrays.stream(values()).map(Format::word).toList();
    int index = known.indexOf(word);
    if (index < 0) {
      throw new UsageError("no format is called \"" + word + "\"", Suggest.near(word, known), "");
    }
    return values()[index];
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
