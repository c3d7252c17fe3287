package dev.holdfast.local.cloud.functions;

import dev.holdfast.local.cloud.template.FunctionSpec;

/** Makes a declared function ready to be invoked. */
public interface FunctionLoader {
    LambdaFunction load(FunctionSpec spec);
}
