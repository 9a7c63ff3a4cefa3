package raftlab.tokenize;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The printable character that stands for each byte in a byte-level vocabulary: the byte's own
 * Latin-1 character where that is visible, else the next unused one from U+0100 on, so that a blank
 * is {@code Ġ}. Source: GPT-2 (Radford et al. 2019), as the {@code ByteLevel} of Hugging Face's
 * tokenizers.
 */
final class ByteAlphabet {

  private static final char[] CHAR_OF = new char[256];

  static {
    char next = 0x100;
    for (int b = 0; b < CHAR_OF.length; b++) {
      CHAR_OF[b] = isVisible(b) ? (char) b : next++;
    }
  }

  private ByteAlphabet() {}

  /** Returns the character of a byte, given as 0 to 255. */
  static char charOf(int unsignedByte) {
    return CHAR_OF[unsignedByte];
  }

  /** Writes a text's UTF-8 bytes in the alphabet. */
  static String spell(String text) {
    StringBuilder spelled = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      spelled.append(charOf(b & 0xFF));
    }
    return spelled.toString();
  }

  /** Decodes ids below 256 as bytes of UTF-8 and skips the others. */
  static String decodeBytes(int[] ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ids.length);
    for (int id : ids) {
      if (id >= 0 && id < CHAR_OF.length) {
        bytes.write(id);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isVisible(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
  }
}
