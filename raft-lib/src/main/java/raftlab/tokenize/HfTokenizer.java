package raftlab.tokenize;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.files.FileFailure;
import raftlab.files.JsonFile;

/**
 * The tokenizer of a Hugging Face model folder: {@code tokenizer.json} run by the library that
 * transformers uses, end and pad ids by the rules of {@link SpecialIds}.
 *
 * <p>Ids of {@link #encode} equal those of {@code AutoTokenizer}'s {@code encode(text,
 * add_special_tokens=False)}, those of {@link #encodePrompt} its default; special tokens written
 * out in a text are read as such. Deviation: decoding never tidies blanks before punctuation
 * ({@code clean_up_tokenization_spaces}), so that text survives the round trip. Thread-safe; the
 * native part is freed with the object.
 */
public final class HfTokenizer implements Tokenizer {

  private static final Cleaner CLEANER = Cleaner.create();

  private final Path folder;
  private final HuggingFaceTokenizer tokenizer;
  private final Vocabulary vocabulary;
  private final int[] endIds;
  private final int padId;
  private final Optional<LlamaFrame> frame;

  private HfTokenizer(Path folder) {
    Path file = folder.resolve(HfFolder.TOKENIZER);
    String json = JsonFile.readText(file);
    this.folder = folder;
    this.vocabulary = VocabularyReader.read(file, json);
    SpecialIds special = new SpecialIds(folder, vocabulary);
    this.endIds = special.end();
    this.padId = special.pad(endIds);
    this.frame = LlamaFrame.of(new HfFolder(folder), vocabulary);
    HuggingFaceTokenizer opened = NativeTokenizer.open(file, json);
    this.tokenizer = opened;
    CLEANER.register(this, opened::close);
  }

  /** Loads a folder's tokenizer. */
  public static HfTokenizer load(Path folder) {
    return new HfTokenizer(folder);
  }

  @Override
  public int[] encode(String text) {
    return encode(text, false);
  }

  @Override
  public int[] encodePrompt(String text) {
    return frame.isPresent() ? frame.get().around(encode(text, false)) : encode(text, true);
  }

  private int[] encode(String text, boolean addSpecialTokens) {
    try {
      long[] ids = tokenizer.encode(WellFormed.text(text), addSpecialTokens, false).getIds();
      return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public String decode(int[] ids) {
    try {
      return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public String tokenText(int id) {
    Checks.that(
        id >= 0 && id < size(), () -> "token id " + id + " lies outside 0.." + (size() - 1));
    return vocabulary.text(id);
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  @Override
  public Optional<Integer> idOf(String token) {
    return vocabulary.find(token);
  }

  @Override
  public int[] endIds() {
    return endIds.clone();
  }

  @Override
  public int padId() {
    return padId;
  }

  /** Copies the tokenizer's files from the folder it was loaded from. */
  @Override
  public void save(Path target) {
    if (target.toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize())) {
      return;
    }
    for (String name : HfFolder.TOKENIZER_FILES) {
      Path source = folder.resolve(name);
      if (Files.exists(source)) {
        AtomicFile.writeBytes(target.resolve(name), read(source));
      }
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError("cannot read " + file, FileFailure.reason(e), "");
    }
  }
}
