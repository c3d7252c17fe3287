package dev.holdfast.aws;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a {@link Contract} its tables. */
final class ContractTables implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(ContractTables.class);

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tables.class;
    }

    /** The store closes them with the context of the test. */
    @Override
    public Tables resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String[] names =
                context.getRequiredTestClass().getAnnotation(Contract.class).value();
        Tables tables = context.getConfigurationParameter(Contract.DATABASE)
                .map(ContractTables::database)
                .map(database -> Tables.in(database, names))
                .orElseGet(() -> Tables.of(names));
        context.getStore(OURS).put(Tables.class, tables);
        return tables;
    }

    private static Tables.Database database(String className) {
        try {
            return Class.forName(className)
                    .asSubclass(Tables.Database.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no database can be made of " + className, e);
        }
    }
}
