package raftlab.kernel.notebook;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.core.Checks;

/**
 * One output in several forms by MIME type; there is always a plain text that is complete without
 * the others.
 *
 * @param forms content by MIME type, binary content in Base64, in the order in which they were
 *     added
 */
public record MimeBundle(Map<String, String> forms) {

  public static final String TEXT = "text/plain";
  public static final String HTML = "text/html";
  public static final String MARKDOWN = "text/markdown";
  public static final String SVG = "image/svg+xml";
  public static final String PNG = "image/png";

  public MimeBundle {
    Checks.that(forms.get(TEXT) != null, () -> "a bundle needs text/plain");
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
  }

  /** A bundle of plain text only. */
  public static MimeBundle text(String text) {
    return new MimeBundle(Map.of(TEXT, text));
  }

  /** Adds a text form such as HTML, Markdown or SVG. */
  public MimeBundle with(String mimeType, String content) {
    Map<String, String> all = new LinkedHashMap<>(forms);
    all.put(mimeType, content);
    return new MimeBundle(all);
  }

  /** Adds a PNG image. */
  public MimeBundle withPng(byte[] png) {
    return with(PNG, Base64.getEncoder().encodeToString(png));
  }

  /** Returns the plain text. */
  public String text() {
    return forms.get(TEXT);
  }
}
