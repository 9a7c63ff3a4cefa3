package raftlab.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Prompt;

/** SHA-256 of prompts and of files, in hexadecimal. */
public final class ContentHash {

  private ContentHash() {}

  /**
   * Hashes what prompts say: id, text and columns of each, in order. Each text is preceded by its
   * length, so that no two different sets run together to the same bytes.
   */
  public static String of(List<Prompt> prompts) {
    MessageDigest digest = sha256();
    for (Prompt prompt : prompts) {
      add(digest, prompt.id());
      add(digest, prompt.text());
      for (Map.Entry<String, String> column : new TreeMap<>(prompt.columns()).entrySet()) {
        add(digest, column.getKey());
        add(digest, column.getValue());
      }
      add(digest, "");
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Hashes a file without holding it in memory. */
  public static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
