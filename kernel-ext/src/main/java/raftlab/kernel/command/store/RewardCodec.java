package raftlab.kernel.command.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import raftlab.core.RewardFunction;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;

/**
 * A reward function as the words of the command that makes it, in {@code words.json}. A function
 * written in Java has no such words and lives in its notebook only.
 */
public final class RewardCodec implements Codec<RewardFunction> {

  private static final String FILE = "words.json";
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Function<List<String>, RewardFunction> make;

  /**
   * A codec that reads by running a command again.
   *
   * @param make runs the words of a command and returns its result
   */
  public RewardCodec(Function<List<String>, RewardFunction> make) {
    this.make = make;
  }

  @Override
  public void write(Path folder, RewardFunction value) {
    if (!(value instanceof DescribedReward reward)) {
      throw new UserError(
          "the reward " + value.name() + " cannot be kept for the next call",
          "it is Java code of a notebook",
          "Use a rule: ./raft reward NAME --rule exact");
    }
    AtomicFile.writeText(folder.resolve(FILE), GSON.toJson(reward.words()) + "\n");
  }

  @Override
  public RewardFunction read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return make.apply(List.of(GSON.fromJson(Files.readString(file), String[].class)));
    } catch (IOException | JsonParseException e) {
      throw new UserError(
          file + " cannot be read: " + e.getMessage(), "", "Define the reward again");
    }
  }
}
