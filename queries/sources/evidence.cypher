// Which passages say anything about this? 原文依据
MATCH (f)-[v:EVIDENCED_BY]->(p:Passage)-[:`IN`]->(a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
WITH f, v, p, a, s
WHERE (size($about) = 0 OR f.id IN $about OR a.id IN $about OR s.id IN $about
       OR EXISTS { MATCH (f)--(n) WHERE n.id IN $about }
       OR EXISTS { MATCH (f)-[:IN_OFFICE]->(:Office)-[:POST_IN]->(n) WHERE n.id IN $about }
       OR EXISTS { MATCH (f)-[:IN_OFFICE]->(:Office)-[:POST_IN]->(:Organization)-[:IN_PLACE]->(n) WHERE n.id IN $about }
       OR EXISTS { MATCH (f)<-[:PARTICIPATED]-(:Delegation)-[:SENT_BY]->(n) WHERE n.id IN $about }
       OR EXISTS { MATCH (f)<-[:PARTICIPATED]-(:Delegation)<-[:MEMBER_OF]-(n) WHERE n.id IN $about })
  AND v.confidence >= $min_confidence
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
RETURN f.name AS fact, head(labels(f)) AS label, v.status AS status, p.quote AS quote, p.part AS part,
       a.headline AS headline, s.name AS source, a.date_text AS date, a.id AS article_id,
       v.confidence AS confidence, f.articles AS articles, f.id AS fact_ids, p.id AS passage_id
ORDER BY coalesce(date, '9999'), article_id, fact_ids, passage_id, coalesce(status, '')
LIMIT $limit
