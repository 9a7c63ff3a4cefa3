package raftlab.report.export;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.Prompt;
import raftlab.core.ScoredSet;
import raftlab.core.Selected;
import raftlab.core.Selection;
import raftlab.select.SelectionSettings;
import raftlab.select.Selectors;

/**
 * Rows as TRL's trainers read them (TRL, dataset formats): {@code prompt, completion} for
 * supervised fine-tuning and {@code prompt, chosen, rejected} for preferences; either standard,
 * where each is a text, or conversational, where each is a list of {@code role, content}.
 *
 * @param form standard, conversational, or as the prompts are
 */
public record TrlRows(Form form) {

  /** What a row's fields are. */
  public enum Form {
    /** Conversational if the prompt is rendered as ChatML, else standard. */
    AUTO,
    /** Texts, the prompt as the policy read it. */
    STANDARD,
    /** Messages; a prompt that is no ChatML is one message of the user with its problem. */
    CONVERSATIONAL
  }

  /** The column with a problem before its template. */
  private static final String PROBLEM = "problem";

  /** Returns the kept completions, one row each. */
  public List<JsonObject> completions(Selection selection) {
    return selection.kept().stream().map(this::row).toList();
  }

  private JsonObject row(Selected kept) {
    JsonObject row = new JsonObject();
    row.add("prompt", prompt(kept.prompt()));
    row.add("completion", completion(kept.prompt(), kept.completion().text()));
    return row;
  }

  /**
   * Returns the best against the worst completion of each prompt. Equal rewards make no pair;
   * truncated, empty and skipped completions are in none.
   */
  public List<JsonObject> preferences(ScoredSet scored) {
    SelectionSettings settings =
        SelectionSettings.bestOfK()
            .withRule(SelectionSettings.BEST_AND_WORST)
            .withDiscards(true, true, false);
    List<Selected> kept = Selectors.of(settings).select(scored, 0).kept();
    List<JsonObject> rows = new ArrayList<>();
    for (int i = 0; i + 1 < kept.size(); i += 2) {
      Selected one = kept.get(i);
      Selected two = kept.get(i + 1);
      boolean inOrder = one.reward() > two.reward();
      Selected best = inOrder ? one : two;
      Selected worst = inOrder ? two : one;
      JsonObject row = new JsonObject();
      row.add("prompt", prompt(best.prompt()));
      row.add("chosen", completion(best.prompt(), best.completion().text()));
      row.add("rejected", completion(best.prompt(), worst.completion().text()));
      rows.add(row);
    }
    return rows;
  }

  private JsonElement prompt(Prompt prompt) {
    return chat(prompt)
        ? Messages.of(prompt.text())
            .orElseGet(() -> Messages.question(prompt.find(PROBLEM).orElse(prompt.text())))
        : new JsonPrimitive(prompt.text());
  }

  private JsonElement completion(Prompt prompt, String text) {
    return chat(prompt) ? Messages.reply(text.strip()) : new JsonPrimitive(text);
  }

  private boolean chat(Prompt prompt) {
    return switch (form) {
      case AUTO -> Messages.of(prompt.text()).isPresent();
      case STANDARD -> false;
      case CONVERSATIONAL -> true;
    };
  }
}
