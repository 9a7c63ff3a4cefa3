package raftlab.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/** The forms in which a table leaves the lab. */
@SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
public enum TableForm {
  MD(TableExport::markdown),
  /** For the LaTeX package booktabs. */
  TEX(TableExport::latex),
  CSV(TableExport::csv),
  HTML(grid -> HtmlTable.of(grid, Integer.MAX_VALUE) + "\n");

  private final Function<Grid, String> write;

  TableForm(Function<Grid, String> write) {
    this.write = write;
  }

  /** Returns the whole table in this form, ending with a line feed. */
  public String of(Grid grid) {
    return write.apply(grid);
  }

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
