package org.amalgam.ui.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleChange.Version;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleScope;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;

class RuleWordsTest {

    private static final Catalogue NONE = new Catalogue(List.of());

    private final Messages messages = new Messages();
    private final RuleWords words = new RuleWords(messages);

    private static Version kept() {
        return Version.of(
                new MerchandisingRule(
                        4,
                        new RuleEffect.Boost(.2),
                        new RuleScope.Brand("Mira"),
                        false,
                        "season",
                        Optional.of(Instant.parse("2026-05-01T00:00:00Z")),
                        Optional.empty()));
    }

    @Test
    void aLineOfTheTrailIsToldInTheWindowsLanguage() {
        assertEquals(
                "Boost by 20 % · Brand Mira · From 2026-05-01 · off · season",
                words.version(Optional.of(kept()), NONE));
        messages.languageProperty().set(Language.CHINESE);
        assertEquals(
                "提升 20 % · 品牌 Mira · 自 2026-05-01 · 停用 · season",
                words.version(Optional.of(kept()), NONE));
    }

    @Test
    void whatIsNotThereIsADashAndAnOldLineItsOwnText() {
        assertEquals("–", words.version(Optional.empty(), NONE));
        Version old = new Version("exclude: item p-1", Optional.empty());
        assertEquals("exclude: item p-1", words.version(Optional.of(old), NONE));
    }

    @Test
    void whatWasUsedIsToldInTheWindowsLanguageToo() {
        assertEquals("anna (window)", words.who("anna (window)"));
        messages.languageProperty().set(Language.CHINESE);
        assertEquals("anna（窗口）", words.who("anna (window)"));
        assertEquals("ben（命令行）", words.who("ben (command line)"));
        assertEquals("ben (script)", words.who("ben (script)"));
    }
}
