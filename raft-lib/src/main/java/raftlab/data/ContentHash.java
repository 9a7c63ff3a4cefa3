package raftlab.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Prompt;
import raftlab.files.Hashes;

/** SHA-256 of prompts, in hexadecimal. */
public final class ContentHash {

  private ContentHash() {}

  /**
   * Hashes what prompts say: id, text and columns of each, in order. Each text is preceded by its
   * length, so that no two different sets run together to the same bytes.
   */
  public static String of(List<Prompt> prompts) {
    MessageDigest digest = Hashes.digest();
    for (Prompt prompt : prompts) {
      add(digest, prompt.id());
      add(digest, prompt.text());
      for (Map.Entry<String, String> column : new TreeMap<>(prompt.columns()).entrySet()) {
        add(digest, column.getKey());
        add(digest, column.getValue());
      }
      add(digest, "");
    }
    return Hashes.hex(digest);
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
