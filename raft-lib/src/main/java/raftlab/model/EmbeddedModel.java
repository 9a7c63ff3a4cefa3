package raftlab.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import raftlab.core.UserError;
import raftlab.files.Folders;
import raftlab.files.UserHome;

/**
 * The base model that comes with RAFT Lab, trained from scratch on MiniMath by {@code train-base}.
 * It is copied from the jar into the user's cache once, since weights are read by memory map.
 */
public final class EmbeddedModel {

  /** Its name in commands: {@code model --preset tiny}. */
  public static final String NAME = "mini-base";

  private static final String PLACE = "/raftlab/model/" + NAME + "/";
  private static final List<String> FILES =
      List.of(
          "config.json",
          "generation_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "recipe.json",
          "training.json",
          "model.safetensors");

  private EmbeddedModel() {}

  /** Returns the model's folder, copying it into the cache if it is not there. */
  public static Path folder() {
    Path folder = cache().resolve("models").resolve(version()).resolve(NAME);
    if (!Files.exists(folder)) {
      Folders.writeWhole(folder, EmbeddedModel::copy);
    }
    return folder;
  }

  /** Returns the SHA-256 of the weights' file, which stands beside it. */
  public static String version() {
    try (InputStream in = open("model.sha256")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().substring(0, 16);
    } catch (IOException e) {
      throw new IllegalStateException("the embedded model cannot be read", e);
    }
  }

  private static void copy(Path folder) {
    for (String each : FILES) {
      try (InputStream in = open(each)) {
        Files.copy(in, folder.resolve(each));
      } catch (IOException e) {
        throw new UserError(
            "the embedded model cannot be copied to " + folder + ": " + e.getMessage(),
            "",
            "Check the folder and its free space, or set RAFT_CACHE");
      }
    }
  }

  private static InputStream open(String file) {
    InputStream in = EmbeddedModel.class.getResourceAsStream(PLACE + file);
    if (in == null) {
      throw new UserError("this build has no embedded model (" + file + " is missing)");
    }
    return in;
  }

  private static Path cache() {
    String own = System.getenv("RAFT_CACHE");
    if (own != null && !own.isBlank()) {
      return Path.of(own);
    }
    String shared = System.getenv("XDG_CACHE_HOME");
    Path base =
        shared != null && !shared.isBlank() ? Path.of(shared) : UserHome.path().resolve(".cache");
    return base.resolve("raftlab");
  }
}
