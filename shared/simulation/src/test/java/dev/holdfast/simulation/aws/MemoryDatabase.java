package dev.holdfast.simulation.aws;

import dev.holdfast.aws.Tables;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The database in memory for the adapters' own suites, some of which call from several threads: one at a time. */
public final class MemoryDatabase implements Tables.Database {
    private final MemoryDynamoDb store = new MemoryDynamoDb(() -> 0);

    @Override
    public DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    private synchronized Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {}
}
