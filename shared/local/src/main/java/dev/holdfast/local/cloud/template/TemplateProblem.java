package dev.holdfast.local.cloud.template;

/** The template says something that local mode does not know or cannot follow. */
public final class TemplateProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TemplateProblem(String message) {
        super(message);
    }
}
