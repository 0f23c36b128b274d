// How much is reported of a person, month by month? 见报频次
MATCH (p:Person)
WHERE size($person) = 0 OR p.id IN $person
CALL {
  WITH p
  MATCH (p)-[:HAS_TENURE|SUBJECT_OF|PARTICIPATED]->(f)
  RETURN f
  UNION
  WITH p
  MATCH (p)-[:MEMBER_OF]->(:Delegation)-[:PARTICIPATED]->(f)
  RETURN f
}
WITH p, f
MATCH (f)-[v:EVIDENCED_BY]->(:Passage)-[:`IN`]->(a:Article)
WHERE v.confidence >= $min_confidence AND size(a.date_text) >= 7
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
WITH p, substring(a.date_text, 0, 7) AS span, count(DISTINCT f.id) AS said, max(v.confidence) AS surest,
     count(DISTINCT a.id) AS told, collect(DISTINCT f.id) AS ids
RETURN p.name AS person, span AS month, said AS facts, p.id AS person_id, surest AS confidence, told AS articles,
       ids AS fact_ids
ORDER BY person, person_id, month
LIMIT $limit
