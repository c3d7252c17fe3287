package dev.holdfast.local.cloud.functions;

/** What a function shares with this process: the JDK, and the interfaces by which Lambda calls it. */
final class LambdaRuntimeOnly extends ClassLoader {
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
    private static final String LOGGING = RUNTIME + "logging.";

    LambdaRuntimeOnly() {
        super("lambda-runtime", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        boolean shared =
                name.startsWith(LOGGING) || (name.startsWith(RUNTIME) && name.indexOf('.', RUNTIME.length()) < 0);
        if (!shared) {
            throw new ClassNotFoundException(name);
        }
        return LambdaRuntimeOnly.class.getClassLoader().loadClass(name);
    }
}
