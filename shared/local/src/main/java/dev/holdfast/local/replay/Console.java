package dev.holdfast.local.replay;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Where long work says what it does: lines, and a progress bar where somebody watches. */
public final class Console {
    private static final int BAR_MILLIS = 200;
    private static final int BAR_COLUMNS = 100;

    private final PrintWriter out;
    private final boolean watched;

    /** @param watched whether a person looks at it; else there are no bars */
    public Console(PrintWriter out, boolean watched) {
        this.out = out;
        this.watched = watched;
    }

    /** Says a sentence, above the progress bar if there is one. */
    public synchronized void say(String sentence) {
        out.println(watched ? "\r\u001b[2K" + sentence : sentence);
        out.flush();
    }

    /** Begins a part of so many steps. */
    public Stage begin(String name, int steps) {
        if (!watched) {
            say(name + ": " + steps);
        }
        Optional<ProgressBar> bar = watched ? Optional.of(bar(name, steps)) : Optional.empty();
        return new Stage() {
            @Override
            public void step() {
                bar.ifPresent(ProgressBar::step);
            }

            @Override
            public void close() {
                bar.ifPresent(ProgressBar::close);
            }
        };
    }

    private static ProgressBar bar(String name, int steps) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(BAR_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_COLUMNS))
                .showSpeed()
                .build();
    }
}
