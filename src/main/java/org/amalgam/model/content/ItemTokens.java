package org.amalgam.model.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amalgam.domain.Item;

/** The terms of one item, by family; a term stands as often as it occurs. Pure functions. */
public final class ItemTokens {

    private static final Pattern RUN =
            Pattern.compile("(?<han>\\p{IsHan}+)|(?<word>[\\p{L}\\p{N}&&[^\\p{IsHan}]]+)");
    private static final Pattern PATH = Pattern.compile("[>/|.]+");

    private ItemTokens() {}

    /** Words of both titles; of Chinese text every character and every pair of neighbours. */
    public static List<String> words(Item item) {
        List<String> words = new ArrayList<>();
        titles(item, words, ItemTokens::addWord, ItemTokens::addHan);
        return words;
    }

    /** Words of both titles but for Chinese text. */
    static List<String> plainWords(Item item) {
        List<String> words = new ArrayList<>();
        titles(item, words, ItemTokens::addWord, (run, into) -> {});
        return words;
    }

    /** Unbroken stretches of Chinese text in both titles. */
    static List<String> hanRuns(Item item) {
        List<String> runs = new ArrayList<>();
        titles(item, runs, (run, into) -> {}, ItemTokens::addWord);
        return runs;
    }

    /** Runs of 3 and 4 characters inside each word, its ends marked by blanks. */
    public static List<String> pieces(Item item) {
        List<String> pieces = new ArrayList<>();
        titles(item, pieces, ItemTokens::addPieces, (run, into) -> {});
        return pieces;
    }

    public static List<String> brand(Item item) {
        return item.brand().map(ItemTokens::folded).stream().toList();
    }

    /** The brand word by word, stretches of Chinese text whole. */
    public static List<String> brandWords(Item item) {
        List<String> words = new ArrayList<>();
        split(item.brand(), words, ItemTokens::addWord, ItemTokens::addWord);
        return words;
    }

    /** Every level of a category path, with those above it. */
    public static List<String> categories(Item item) {
        List<String> levels = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (String level : PATH.split(item.category().map(ItemTokens::folded).orElse(""), -1)) {
            if (!level.isBlank()) {
                path.append('>').append(level.strip());
                levels.add(path.toString());
            }
        }
        return levels;
    }

    /** The levels of a category path as they are written. */
    public static List<String> categoryNames(Item item) {
        return Stream.of(PATH.split(item.category().orElse(""), -1))
                .filter(level -> !level.isBlank())
                .map(String::strip)
                .toList();
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Takes one run of letters apart. */
    @FunctionalInterface
    private interface RunSplitter {
        void split(String run, List<String> into);
    }

    private static void titles(Item item, List<String> into, RunSplitter word, RunSplitter han) {
        for (Optional<String> title : List.of(item.title(), item.titleZh())) {
            split(title, into, word, han);
        }
    }

    private static void split(
            Optional<String> text, List<String> into, RunSplitter word, RunSplitter han) {
        Matcher runs = RUN.matcher(text.map(ItemTokens::folded).orElse(""));
        while (runs.find()) {
            if (runs.group("han") != null) {
                han.split(runs.group("han"), into);
            } else {
                word.split(runs.group("word"), into);
            }
        }
    }

    private static void addWord(String word, List<String> into) {
        into.add(word);
    }

    private static void addHan(String run, List<String> into) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            into.add(new String(characters, i, 1));
            if (i + 1 < characters.length) {
                into.add(new String(characters, i, 2));
            }
        }
    }

    private static void addPieces(String word, List<String> into) {
        String marked = " " + word + " ";
        for (int length = 3; length <= 4; length++) {
            for (int i = 0; i + length <= marked.length(); i++) {
                into.add(marked.substring(i, i + length));
            }
        }
    }
}
