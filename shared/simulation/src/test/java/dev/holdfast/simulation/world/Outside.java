package dev.holdfast.simulation.world;

import dev.holdfast.ordering.port.PaymentProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All that functions call. A planted bug is another outside. */
public record Outside(DynamoDbClient dynamoDb, SqsClient sqs, SnsClient sns, SesClient ses, PaymentProvider provider) {
    /** The same with this database. */
    public Outside with(DynamoDbClient other) {
        return new Outside(other, sqs, sns, ses, provider);
    }

    /** The same with these queues. */
    public Outside with(SqsClient other) {
        return new Outside(dynamoDb, other, sns, ses, provider);
    }

    /** The same with these topics. */
    public Outside with(SnsClient other) {
        return new Outside(dynamoDb, sqs, other, ses, provider);
    }

    /** The same with this post. */
    public Outside with(SesClient other) {
        return new Outside(dynamoDb, sqs, sns, other, provider);
    }

    /** The same with this provider. */
    public Outside with(PaymentProvider other) {
        return new Outside(dynamoDb, sqs, sns, ses, other);
    }
}
