package dev.holdfast.local.cloud.database;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the readers of a table's stream that it was written, so that they need not poll hard to be prompt. */
public final class TableChanges {
    private final ConcurrentMap<String, Bell> bells = new ConcurrentHashMap<>();

    /** Lets the readers look, because the table was written or because they shall end. */
    public void wakeReaders(String table) {
        bell(table).ring();
    }

    /** How often the table was written so far. */
    public long count(String table) {
        return bell(table).count();
    }

    /** Waits until the table was written more than {@code seen} times, or the time is over. */
    public void await(String table, long seen, long millisMax) throws InterruptedException {
        bell(table).await(seen, millisMax);
    }

    private Bell bell(String table) {
        return bells.computeIfAbsent(table, ignored -> new Bell());
    }

    private static final class Bell {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private long count;

        void ring() {
            lock.lock();
            try {
                count++;
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }

        long count() {
            lock.lock();
            try {
                return count;
            } finally {
                lock.unlock();
            }
        }

        void await(long seen, long millisMax) throws InterruptedException {
            long nanosLeft = TimeUnit.MILLISECONDS.toNanos(millisMax);
            lock.lock();
            try {
                while (count <= seen && nanosLeft > 0) {
                    nanosLeft = rung.awaitNanos(nanosLeft);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
