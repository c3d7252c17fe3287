package dev.holdfast.aws.http;

/** Carries a problem out of the reading of a request; it never leaves the edge. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    /** What the request is answered with. */
    public Problem problem() {
        return problem;
    }
}
