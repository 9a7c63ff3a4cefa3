package raftlab.tokenize;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import raftlab.core.UserError;

/** Opens DJL's tokenizer, whose native library comes out of its jar and never from the network. */
final class NativeTokenizer {

  private NativeTokenizer() {}

  static HuggingFaceTokenizer open(Path file, String json) {
    stayOffline();
    StrictJson.check(file, json);
    // Cutting and filling rows is the sampler's business: what the file says of it is turned off.
    Map<String, String> options =
        Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
    try {
      return HuggingFaceTokenizer.newInstance(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), options);
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          file + " is not a tokenizer that can be loaded",
          String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          "fetch it again or save it with a current version of its library");
    }
  }

  /** DJL would otherwise look for another build of its library, and count its users, on the net. */
  private static void stayOffline() {
    setIfAbsent("ai.djl.offline", "true");
    setIfAbsent("OPT_OUT_TRACKING", "true");
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null && System.getenv(property) == null) {
      System.setProperty(property, value);
    }
  }
}
