package raftlab.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/** The forms in which a table leaves the lab. */
public enum TableForm {
  MD {
    @Override
    public String of(Grid grid) {
      return TableExport.markdown(grid);
    }
  },
  /** For the LaTeX package booktabs. */
  TEX {
    @Override
    public String of(Grid grid) {
      return TableExport.latex(grid);
    }
  },
  CSV {
    @Override
    public String of(Grid grid) {
      return TableExport.csv(grid);
    }
  },
  HTML {
    @Override
    public String of(Grid grid) {
      return HtmlTable.of(grid, Integer.MAX_VALUE) + "\n";
    }
  };

  /** Returns the whole table in this form, ending with a line feed. */
  public abstract String of(Grid grid);

  /** Returns the form of a word such as {@code tex}; a {@link UserError} names those there are. */
  public static TableForm named(String word) {
    return find(word)
        .orElseThrow(
            () ->
                new UserError(
                    "a table cannot be exported as \"" + word + "\"",
                    Suggest.near(word, words()),
                    ""));
  }

  /** Returns the form that a file's ending asks for; empty if it is none of them. */
  public static Optional<TableForm> of(Path file) {
    String name = file.toString();
    return find(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Returns the words of all forms. */
  public static List<String> words() {
    return Arrays.stream(values()).map(TableForm::word).toList();
  }

  private static Optional<TableForm> find(String word) {
    return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
