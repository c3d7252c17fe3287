package dev.holdfast.local.bench;

/**
 * Write units by DynamoDB's pricing rule.
 *
 * @param tables of the items themselves
 * @param indexes of the entries of global secondary indexes, which DynamoDB writes for us
 */
record WriteUnits(long tables, long indexes) {
    static final WriteUnits NONE = new WriteUnits(0, 0);

    WriteUnits plus(WriteUnits other) {
        return new WriteUnits(tables + other.tables, indexes + other.indexes);
    }

    WriteUnits minus(WriteUnits other) {
        return new WriteUnits(tables - other.tables, indexes - other.indexes);
    }
}
