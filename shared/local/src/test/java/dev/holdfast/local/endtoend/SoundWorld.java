package dev.holdfast.local.endtoend;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Ends every scenario by checking the whole world. */
final class SoundWorld extends OneSystem implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isEmpty()) {
            system(context).mustBeSound();
        }
    }
}
