package raftlab.verify;

/**
 * Brings LaTeX macros to one spelling: those of spacing and size go, synonyms get one name,
 * arguments get their braces. {@link Macros} says what each name becomes.
 */
final class MacroSpelling {

  private MacroSpelling() {}

  /** Reads the macro whose backslash has been taken, with its arguments. */
  static void read(Normaliser pass) {
    WrittenAnswer in = pass.in;
    if (in.done()) {
      return;
    }
    if (in.sees('\\') && Character.isLetter(in.charAt(1)) && !in.environments()) {
      in.skip(1); // a backslash written twice
    }
    char c = in.peek();
    if (!Character.isLetter(c) || c > 127) {
      in.skip(1);
      escaped(c, in, pass.out);
    } else {
      named(in.takeName(), pass);
    }
  }

  private static void escaped(char c, WrittenAnswer in, NormalText out) {
    switch (c) {
      case '{', '}' -> out.bracket("\\" + c, c == '{');
      case '$', '%', '\\' -> out.put("\\" + c);
      case ' ', '\n', '\r', '\t', '>' -> out.space();
      case ',', ';', ':' -> Separators.thinSpace(in, out);
      case '!', '(', ')', '[', ']', '/' -> {}
      case '|' -> out.put('|');
      default -> out.put(c);
    }
  }

  private static void named(String name, Normaliser pass) {
    if (Macros.TEXT.contains(name)) {
      Wrappers.words(name, pass);
    } else if (Macros.SILENT.contains(name)) {
      pass.in.skipSpace();
      pass.in.skipGroup();
    } else if (Macros.STYLE.contains(name)) {
      pass.unwrap();
    } else if (name.equals("begin") || name.equals("end")) {
      Wrappers.environment(name, pass.in, pass.out);
    } else {
      replaced(name, pass);
    }
  }

  private static void replaced(String name, Normaliser pass) {
    String replacement = Macros.named(name);
    String kept = replacement == null ? "\\" + name : replacement;
    if (name.equals("left") || name.equals("right")) {
      pass.in.skipSpace();
      pass.in.take('.');
    } else if (kept.equals(" ")) {
      pass.out.space();
    } else if (name.equals("lbrace") || name.equals("rbrace")) {
      pass.out.bracket(kept, name.equals("lbrace"));
    } else {
      pass.out.put(kept);
      arguments(kept, pass);
    }
  }

  private static void arguments(String macro, Normaliser pass) {
    switch (macro) {
      case "\\frac", "\\binom" -> {
        pass.argument();
        pass.argument();
      }
      case "\\sqrt" -> {
        pass.in.skipSpace();
        if (pass.in.sees('[')) {
          pass.order();
        }
        pass.argument();
      }
      case "\\mathbb" -> pass.argument();
      default -> {}
    }
  }
}
