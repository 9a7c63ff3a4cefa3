package raftlab.kernel.notebook;

import java.util.Map;
import raftlab.eval.Provenance;

/** How views say what explains a number: one remark, and fields of the summary line. */
final class ProvenanceWords {

  private ProvenanceWords() {}

  static String remark(Provenance provenance) {
    String words = provenance.toString();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /** Adds template, template_sha256 (12 digits), options and verifier_version. */
  static void add(Provenance provenance, Map<String, Object> values) {
    values.put("template", provenance.template().name());
    values.put("template_sha256", provenance.template().shortHash());
    values.put("options", provenance.grader().options());
    values.put("verifier_version", provenance.grader().version());
  }
}
