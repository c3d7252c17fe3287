package dev.holdfast.local.cloud.database;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteJob;
import java.io.File;

/**
 * DynamoDB Local's SQLite file, so that what was acknowledged survives {@code kill -9}.
 *
 * <p>DynamoDB Local puts the COMMIT of a transaction on the queue of its one SQLite thread and answers without waiting
 * for it. Here the answer waits: the queue is first in, first out, so a job of our own that has run proves that the
 * COMMIT before it has run. A write-ahead log lets a commit be one sequential write that the operating system holds;
 * a killed process loses none of them, and after a power failure the file is consistent but may lack the last moments.
 */
final class DurableTables extends RememberingTables {
    DurableTables(File file) {
        super(file);
        // Nobody else opens the file, so no lock needs to be taken for each statement.
        run("PRAGMA locking_mode=EXCLUSIVE");
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=NORMAL");
        // Pages of 4 KiB: the log is written back, and the disk waited for, once every 40 MiB.
        run("PRAGMA wal_autocheckpoint=10000");
        run("PRAGMA cache_size=-32768");
    }

    @Override
    public void commitTransaction(String transactionId, byte[] signature) {
        super.commitTransaction(transactionId, signature);
        queue.execute(new Fence()).complete();
    }

    @Override
    public void close() {
        super.close();
        try {
            queue.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Fence extends SQLiteJob<Boolean> {
        @Override
        protected Boolean job(SQLiteConnection connection) {
            return true;
        }
    }
}
