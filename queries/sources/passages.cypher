// The passages that say given facts (not a question of its own: --evidence asks it)
UNWIND $facts AS wanted
OPTIONAL MATCH (t:Tenure {id: wanted})
OPTIONAL MATCH (e:Event {id: wanted})
OPTIONAL MATCH (g:Programme {id: wanted})
OPTIONAL MATCH (m:Measurement {id: wanted})
OPTIONAL MATCH (i:Tie {id: wanted})
OPTIONAL MATCH (j:Rejection {id: wanted})
WITH wanted, coalesce(t, e, g, m, i) AS f, j
OPTIONAL MATCH (f)-[:EVIDENCED_BY]->(q:Passage)
WITH DISTINCT wanted, coalesce(q, j) AS p
WHERE p IS NOT NULL
MATCH (p)-[:`IN`]->(a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
RETURN DISTINCT wanted AS fact_id, p.quote AS quote, s.name AS source, a.date_text AS date, p.id AS passage_id
ORDER BY fact_id, coalesce(date, '9999'), passage_id, coalesce(source, '')
