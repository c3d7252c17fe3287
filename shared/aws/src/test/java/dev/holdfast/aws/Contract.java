package dev.holdfast.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A suite that every database answers alike: here it runs on DynamoDB Local, and whoever has another database runs it on
 * that, by naming the {@link Tables.Database} in the configuration parameter {@link #DATABASE}. Its constructor takes
 * {@link Tables}, which are new for each test and closed after it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(Contract.TAG)
@ExtendWith(ContractTables.class)
public @interface Contract {
    String TAG = "contract";
    String DATABASE = "contract.database";

    /** The tables that it needs, as the template calls them. */
    String[] value();
}
