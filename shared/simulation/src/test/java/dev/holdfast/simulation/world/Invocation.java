package dev.holdfast.simulation.world;

/** One invocation of a function: its remote calls are made in its name, and none after its time is up. */
record Invocation(FunctionName function, int number, long endsAtMillis) {
    @Override
    public String toString() {
        return function + "/" + number;
    }
}
