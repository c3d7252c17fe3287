package dev.holdfast.aws.http;

/** What a request is answered with. */
public sealed interface Reply permits Answer, Problem {}
