package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

/** How every refusal looks. */
final class OneSentence {

    private OneSentence() {}

    /** The only thing a launcher said that failed. */
    static String of(LauncherProcess.Ended ended) {
        assertThat(ended.exitCode()).as(ended.output()).isNotZero();
        assertThat(ended.output().strip())
                .matches("(?s)siac [a-z -]+: .*")
                .endsWith(".")
                .hasLineCount(1)
                .doesNotContainPattern("\\. +\\p{Lu}");
        return ended.output().strip();
    }
}
