package dev.holdfast.local.replay;

import dev.holdfast.local.client.SystemAway;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several who take from one list, in its order, each the next when it is done with the last. */
public final class Crew {
    private Crew() {}

    /** What one does with an element. */
    public interface Work<T> {
        void on(T element, int index) throws InterruptedException;
    }

    /**
     * Works through the list and returns when all is done.
     *
     * @throws SystemAway when the system stays away
     */
    public static <T> void work(int threads, List<T> list, Work<T> work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> worker = () -> {
            for (int index = next.getAndIncrement(); index < list.size(); index = next.getAndIncrement()) {
                work.on(list.get(index), index);
            }
            return true;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(worker));
            }
            for (Future<Boolean> each : workers) {
                await(each);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** The result of a task, or what it threw. */
    static <T> T await(Future<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
