// Which persons and bodies are only a name? 未能落实的名称
CALL {
  MATCH (p:Person)
  WHERE NOT EXISTS { MATCH (p)-[:HAS_TENURE]->(:Tenure) } AND NOT EXISTS { MATCH (p)-[:SUBJECT_OF]->(:Tie) }
    AND NOT EXISTS { MATCH (p)-[:MEMBER_OF]->(:Delegation) }
  RETURN p AS x, 'Person' AS sort, 'no office, no tie, no delegation' AS why
  UNION ALL
  MATCH (b:Organization)
  WHERE NOT EXISTS { MATCH (b)-[:IN_PLACE]->(:Place) } AND NOT EXISTS { MATCH (b)-[:PART_OF]->(:Organization) }
  RETURN b AS x, 'Organization' AS sort, 'in no place, of no other body' AS why
  UNION ALL
  MATCH (z:Place)
  WHERE z.code IS NULL AND NOT EXISTS { MATCH (z)-[:PART_OF]->(:Place) }
  RETURN z AS x, 'Place' AS sort, 'no code, in no other place' AS why
}
WITH x, sort, why
WHERE $label IS NULL OR sort = $label
OPTIONAL MATCH (x)-[:PARTICIPATED|HAPPENED_AT]-(e:Event)
WITH x, sort, why, collect(DISTINCT e.id) AS events
RETURN sort AS label, x.name AS name, why AS reason, size(events) AS events, x.id AS id, events AS fact_ids
ORDER BY events DESC, label, name, id
LIMIT $limit
