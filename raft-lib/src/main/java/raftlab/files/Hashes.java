package raftlab.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import raftlab.core.UserError;

/**
 * SHA-256 in lower-case hexadecimal, 64 characters: the identity of data and weights in every
 * manifest. Thread-safe.
 */
public final class Hashes {

  private static final int BUFFER = 1 << 16;

  private Hashes() {}

  /** Hashes a file's bytes without holding them; a {@link UserError} if it cannot be read. */
  public static String sha256(Path file) {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new UserError("cannot read " + file, FileFailure.reason(e), "");
    }
    return hex(digest);
  }

  /** Hashes a text in UTF-8. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Hashes bytes. */
  public static String sha256(byte[] bytes) {
    MessageDigest digest = digest();
    digest.update(bytes);
    return hex(digest);
  }

  /** Returns a fresh SHA-256 digest, for content that is hashed as it goes by. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Completes a digest and returns it in hexadecimal. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
