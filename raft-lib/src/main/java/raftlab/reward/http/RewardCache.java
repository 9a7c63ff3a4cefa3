package raftlab.reward.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import raftlab.core.Reward;
import raftlab.files.AtomicFile;
import raftlab.files.Hashes;

/**
 * Rewards by question on the local disk, one small file each, so that a question is paid for once
 * and a resumed run gets the same rewards. A broken file counts as none. Thread-safe.
 */
record RewardCache(Path folder) {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private record Entry(String server, double value, String reason, String extracted) {}

  Optional<Reward> find(String server, String question) {
    try {
      Entry entry = GSON.fromJson(Files.readString(file(server, question)), Entry.class);
      return entry != null && server.equals(entry.server()) && entry.reason() != null
          ? Optional.of(Reward.of(entry.value(), entry.reason(), entry.extracted()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  /** Keeps a reward; one that was skipped is asked for again. */
  void keep(String server, String question, Reward reward) {
    if (!reward.skipped()) {
      Entry entry = new Entry(server, reward.value(), reward.reason(), reward.extracted());
      AtomicFile.writeText(file(server, question), GSON.toJson(entry));
    }
  }

  private Path file(String server, String question) {
    String hash = Hashes.sha256(server + "\n" + question);
    return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2) + ".json");
  }
}
