package raftlab.kernel.command.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import raftlab.core.RewardFunction;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;

/**
 * A reward function as the {@link RewardRecipe} that makes it, in {@code recipe.json}. A lambda
 * that no command has made has none and lives in its notebook only.
 */
public final class RewardCodec implements Codec<RewardFunction> {

  private static final String FILE = "recipe.json";
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private final Function<RewardRecipe, RewardFunction> make;

  /**
   * A codec that reads by running a command again.
   *
   * @param make runs the recipe's command and returns its result
   */
  public RewardCodec(Function<RewardRecipe, RewardFunction> make) {
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
    writeRecipe(folder.resolve(FILE), reward.recipe());
  }

  @Override
  public RewardFunction read(Path folder) {
    return make.apply(readRecipe(folder.resolve(FILE)));
  }

  /** Writes a recipe as a file of its own. */
  public static void writeRecipe(Path file, RewardRecipe recipe) {
    AtomicFile.writeText(file, GSON.toJson(recipe) + "\n");
  }

  /**
   * Reads a recipe.
   *
   * @throws UserError if the file is broken or gone
   */
  public static RewardRecipe readRecipe(Path file) {
    try {
      RewardRecipe recipe = GSON.fromJson(Files.readString(file), RewardRecipe.class);
      if (recipe != null) {
        return recipe;
      }
      throw new UserError(file + " is empty", "", "Define the reward again");
    } catch (IOException | JsonParseException | IllegalArgumentException e) {
      throw new UserError(
          file + " cannot be read: " + e.getMessage(), "", "Define the reward again");
    }
  }
}
