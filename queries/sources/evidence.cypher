// Which passages say anything about this? 原文依据
// Each way from a thing to what is said of it begins at the thing, which its id finds at once.
UNWIND CASE WHEN size($about) = 0 THEN [null] ELSE $about END AS wanted
CALL {
  WITH wanted
  MATCH (f:Tenure|Event|Programme|Measurement|Tie) WHERE wanted IS NULL
  RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (f:Tenure {id: wanted}) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (f:Event {id: wanted}) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (f:Programme {id: wanted}) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (f:Measurement {id: wanted}) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (f:Tie {id: wanted}) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Person {id: wanted})-[:HAS_TENURE|PARTICIPATED|SUBJECT_OF]->(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Person {id: wanted})<-[:ABOUT]-(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Person {id: wanted})-[:MEMBER_OF]->(:Delegation)-[:PARTICIPATED]->(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Delegation {id: wanted})-[:PARTICIPATED]->(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Organization {id: wanted})-[:PARTICIPATED]->(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Organization {id: wanted})<-[:RUN_BY|ABOUT|TIED_TO]-(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Organization {id: wanted})<-[:POST_IN]-(:Office)<-[:IN_OFFICE]-(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Organization {id: wanted})<-[:SENT_BY]-(:Delegation)-[:PARTICIPATED]->(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Office {id: wanted})<-[:IN_OFFICE]-(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Place {id: wanted})<-[:HAPPENED_AT|RUN_BY|SET_IN|ABOUT|TIED_TO]-(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Place {id: wanted})<-[:IN_PLACE]-(:Organization)<-[:POST_IN]-(:Office)<-[:IN_OFFICE]-(f)
  RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Group {id: wanted})<-[:SERVES]-(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Programme {id: wanted})<-[:ABOUT]-(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Event {id: wanted})<-[:ABOUT]-(f) RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Measurement {id: wanted})-[:ABOUT]->(f)
  WHERE f:Programme OR f:Event
  RETURN f, null AS within
  UNION
  WITH wanted
  MATCH (:Article {id: wanted})<-[:`IN`]-(:Passage)<-[:EVIDENCED_BY]-(f) RETURN f, wanted AS within
  UNION
  WITH wanted
  MATCH (:Source {id: wanted})<-[:PUBLISHED_BY]-(:Article)<-[:`IN`]-(:Passage)<-[:EVIDENCED_BY]-(f)
  RETURN f, wanted AS within
}
WITH DISTINCT f, within
MATCH (f)-[v:EVIDENCED_BY]->(p:Passage)-[:`IN`]->(a:Article)
WHERE v.confidence >= $min_confidence
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
WITH f, v, p, a, s, within
WHERE within IS NULL OR within = a.id OR within = s.id
RETURN DISTINCT f.name AS fact, head(labels(f)) AS label, v.status AS status, p.quote AS quote, p.part AS part,
       a.headline AS headline, s.name AS source, a.date_text AS date, a.id AS article_id,
       v.confidence AS confidence, f.articles AS articles, f.id AS fact_ids, p.id AS passage_id
ORDER BY coalesce(date, '9999'), article_id, fact_ids, passage_id, coalesce(status, '')
LIMIT $limit
