package dev.holdfast.local.cloud.template;

import org.jspecify.annotations.Nullable;

/** A queue as the template declares it, under its physical name. */
public record QueueSpec(
        String name,
        boolean fifo,
        boolean contentBasedDeduplication,
        int visibilitySeconds,
        int delaySeconds,
        int receiveWaitSeconds,
        @Nullable Redrive redrive) {

    /** Where a message goes that was received too often. */
    public record Redrive(String deadLetterQueue, int maxReceiveCount) {}
}
