package raftlab.kernel.notebook;

/** HTML without scripts, colours or addresses, so that it looks right in any theme. */
public final class Html {

  private Html() {}

  /** Escapes text for element content and attribute values. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
